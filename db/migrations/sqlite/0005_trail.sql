CREATE TABLE `audit_heads` (
	`day` text PRIMARY KEY NOT NULL,
	`link` integer NOT NULL,
	`mac` blob NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_start` (
	`id` integer PRIMARY KEY NOT NULL,
	`before` integer NOT NULL,
	`mac` blob NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `events` ADD `link` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `mac` blob;--> statement-breakpoint
CREATE UNIQUE INDEX `events_link` ON `events` (`link`) WHERE "events"."link" > 0;--> statement-breakpoint
CREATE INDEX `events_unlinked` ON `events` (`id`) WHERE "events"."link" is null;--> statement-breakpoint
CREATE TRIGGER `events_kept` BEFORE DELETE ON `events` BEGIN
	SELECT RAISE(ABORT, 'The trail is only added to.');
END;
--> statement-breakpoint
CREATE TRIGGER `events_fixed` BEFORE UPDATE ON `events`
	WHEN OLD.`link` IS NOT NULL OR NEW.`link` IS NULL OR NEW.`link` <= 0 OR NEW.`mac` IS NULL
		OR NEW.`id` IS NOT OLD.`id` OR NEW.`at` IS NOT OLD.`at` OR NEW.`actor_id` IS NOT OLD.`actor_id`
		OR NEW.`role` IS NOT OLD.`role` OR NEW.`verb` IS NOT OLD.`verb`
		OR NEW.`application_id` IS NOT OLD.`application_id` OR NEW.`person_id` IS NOT OLD.`person_id`
		OR NEW.`office_id` IS NOT OLD.`office_id` OR NEW.`facts` IS NOT OLD.`facts`
BEGIN
	SELECT RAISE(ABORT, 'The trail is only added to.');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_start_kept` BEFORE DELETE ON `audit_start` BEGIN
	SELECT RAISE(ABORT, 'The trail is only added to.');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_start_fixed` BEFORE UPDATE ON `audit_start` BEGIN
	SELECT RAISE(ABORT, 'The trail is only added to.');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_heads_kept` BEFORE DELETE ON `audit_heads` BEGIN
	SELECT RAISE(ABORT, 'The trail is only added to.');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_heads_fixed` BEFORE UPDATE ON `audit_heads` BEGIN
	SELECT RAISE(ABORT, 'The trail is only added to.');
END;
