CREATE TABLE `office_weeks` (
	`office_id` text NOT NULL,
	`week` text NOT NULL,
	`what` text NOT NULL,
	`round` integer NOT NULL,
	`waited` integer NOT NULL,
	`spent` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`office_id`, `week`, `what`, `round`, `waited`, `spent`)
);
--> statement-breakpoint
CREATE TABLE `reason_weeks` (
	`office_id` text NOT NULL,
	`week` text NOT NULL,
	`code` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`office_id`, `week`, `code`)
);
