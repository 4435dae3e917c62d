CREATE TABLE `calendar_days` (
	`day` text PRIMARY KEY NOT NULL,
	`worked` integer NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `exam_windows` (
	`id` text PRIMARY KEY NOT NULL,
	`exam` text NOT NULL,
	`name` text NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL,
	`exam_date` text,
	`example` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE TABLE `reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`fields` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reasons_code` ON `reasons` (`office_id`,`code`,`version`);--> statement-breakpoint
ALTER TABLE `notices` ADD `text` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `offices` ADD `fast_lane` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `offices` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `offices` ADD `successor_id` text;--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor_id`,`at`,`id`) WHERE "events"."role" <> 'applicant';--> statement-breakpoint
CREATE INDEX `events_office` ON `events` (`office_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `events_verb` ON `events` (`verb`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`,`id`);