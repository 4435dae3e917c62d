CREATE TABLE `number_marks` (
	`mark` text NOT NULL,
	`application_id` text NOT NULL,
	`key` text NOT NULL,
	`person_id` text NOT NULL,
	`said` text NOT NULL,
	PRIMARY KEY(`mark`, `application_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `number_marks_application` ON `number_marks` (`application_id`);--> statement-breakpoint
ALTER TABLE `decisions` ADD `ticks` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `applications_flagged` ON `applications` (`office_id`,`lane`,`target_exam`,`submitted_at`,`id`) WHERE "applications"."flags" <> '';--> statement-breakpoint
CREATE INDEX `applications_clean` ON `applications` (`office_id`,`submitted_at`,`id`) WHERE "applications"."lane" = 'submitted.first' and "applications"."flags" = '';