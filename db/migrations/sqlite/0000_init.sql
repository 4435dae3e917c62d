CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`office_id` text NOT NULL,
	`claim_holder` text,
	`claim_since` integer,
	`claim_until` integer,
	`submissions` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`saved_at` integer NOT NULL,
	`open_parts` text NOT NULL,
	`open_entries` text NOT NULL,
	`receipt_number` text,
	`name` text NOT NULL,
	`name_pinyin` text NOT NULL,
	`name_initials` text NOT NULL,
	`unit_name` text NOT NULL,
	`target_exam` text NOT NULL,
	`flags` text NOT NULL,
	`lane` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `applications_person` ON `applications` (`person_id`,`status`);--> statement-breakpoint
CREATE INDEX `applications_queue` ON `applications` (`office_id`,`status`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `applications_lane` ON `applications` (`office_id`,`lane`,`target_exam`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `applications_unit` ON `applications` (`office_id`,`unit_name`,`id`);--> statement-breakpoint
CREATE INDEX `applications_claim` ON `applications` (`claim_holder`,`claim_until`,`status`,`office_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `applications_receipt` ON `applications` (`receipt_number`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text NOT NULL,
	`window` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`key`, `window`)
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`application_id` text NOT NULL,
	`key` text NOT NULL,
	`sealed` blob NOT NULL,
	`reply` blob
);
--> statement-breakpoint
CREATE INDEX `comments_application` ON `comments` (`application_id`);--> statement-breakpoint
CREATE INDEX `comments_decision` ON `comments` (`decision_id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`person_id` text NOT NULL,
	`version` text NOT NULL,
	`kind` text NOT NULL,
	`consented_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `version`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`n` integer NOT NULL,
	`decision` text NOT NULL,
	`codes` text NOT NULL,
	`sealed` blob NOT NULL,
	`open_all` integer NOT NULL,
	`decided_by` text NOT NULL,
	`office_id` text NOT NULL,
	`decided_at` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `decisions_application` ON `decisions` (`application_id`,`n`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`blob_key` text NOT NULL,
	`wrapped_key` blob NOT NULL,
	`digest` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`flags` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `documents_person` ON `documents` (`person_id`);--> statement-breakpoint
CREATE INDEX `documents_digest` ON `documents` (`digest`);--> statement-breakpoint
CREATE TABLE `draft_entries` (
	`id` text NOT NULL,
	`application_id` text NOT NULL,
	`list` text NOT NULL,
	`position` integer NOT NULL,
	`sealed` blob NOT NULL,
	`version` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `draft_entries_position` ON `draft_entries` (`application_id`,`position`);--> statement-breakpoint
CREATE TABLE `draft_pictures` (
	`application_id` text NOT NULL,
	`owner` text NOT NULL,
	`slot` text NOT NULL,
	`document_id` text NOT NULL,
	`work_blob_key` text,
	`work_wrapped_key` blob,
	`sealed` blob NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `owner`, `slot`)
);
--> statement-breakpoint
CREATE TABLE `draft_steps` (
	`application_id` text NOT NULL,
	`step` text NOT NULL,
	`sealed` blob NOT NULL,
	`version` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `step`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`role` text NOT NULL,
	`verb` text NOT NULL,
	`application_id` text,
	`person_id` text,
	`office_id` text,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_application` ON `events` (`application_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_person` ON `events` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `held_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`path` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `held_forms_owner` ON `held_forms` (`owner`,`created_at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`sub` text NOT NULL,
	`person_id` text NOT NULL,
	`bound_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `sub`)
);
--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `idp_accounts` (
	`sub` text PRIMARY KEY NOT NULL,
	`id_index` text NOT NULL,
	`mobile_index` text NOT NULL,
	`sealed` blob NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idp_accounts_id` ON `idp_accounts` (`id_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `idp_accounts_mobile` ON `idp_accounts` (`mobile_index`);--> statement-breakpoint
CREATE TABLE `idp_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idp_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`sub` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE TABLE `idp_tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`sealed` blob NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idp_tickets_expiry` ON `idp_tickets` (`expires_at`);--> statement-breakpoint
CREATE TABLE `name_terms` (
	`office_id` text NOT NULL,
	`term` text NOT NULL,
	`application_id` text NOT NULL,
	PRIMARY KEY(`office_id`, `term`, `application_id`)
);
--> statement-breakpoint
CREATE TABLE `notice_openings` (
	`person_id` text NOT NULL,
	`version` text NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`version` text PRIMARY KEY NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`division_code` text NOT NULL,
	`level` text NOT NULL,
	`city_code` text NOT NULL,
	`phone` text NOT NULL,
	`address` text NOT NULL,
	`hours` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `offices_division` ON `offices` (`division_code`);--> statement-breakpoint
CREATE INDEX `offices_city` ON `offices` (`city_code`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`to_index` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	`leaves_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_leaves` ON `outbox` (`leaves_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_pinyin` text NOT NULL,
	`name_initials` text NOT NULL,
	`id_type` text NOT NULL,
	`sealed` blob NOT NULL,
	`id_index` text NOT NULL,
	`mobile_index` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_id_index` ON `people` (`id_index`);--> statement-breakpoint
CREATE INDEX `people_mobile` ON `people` (`mobile_index`);--> statement-breakpoint
CREATE TABLE `queue_counts` (
	`office_id` text NOT NULL,
	`status` text NOT NULL,
	`kind` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`office_id`, `status`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `records` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`application_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`office_id` text NOT NULL,
	`approved_at` integer NOT NULL,
	`verify_code` text NOT NULL,
	`in_force` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `records_person` ON `records` (`person_id`,`version`);--> statement-breakpoint
CREATE INDEX `records_submission` ON `records` (`submission_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `records_verify` ON `records` (`verify_code`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ended_at` integer,
	`id_token` blob,
	`device` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`id_index` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`office_id` text NOT NULL,
	`person_id` text,
	`invited_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE INDEX `staff_id_index` ON `staff` (`id_index`);--> statement-breakpoint
CREATE INDEX `staff_person` ON `staff` (`person_id`);--> statement-breakpoint
CREATE TABLE `store_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`seeded_at` integer
);
--> statement-breakpoint
CREATE TABLE `submission_documents` (
	`submission_id` text NOT NULL,
	`document_id` text NOT NULL,
	PRIMARY KEY(`submission_id`, `document_id`)
);
--> statement-breakpoint
CREATE INDEX `submission_documents_document` ON `submission_documents` (`document_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`n` integer NOT NULL,
	`office_id` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_application` ON `submissions` (`application_id`,`n`);--> statement-breakpoint
CREATE TABLE `unit_terms` (
	`office_id` text NOT NULL,
	`term` text NOT NULL,
	`unit_name` text NOT NULL,
	PRIMARY KEY(`office_id`, `term`, `unit_name`)
);
