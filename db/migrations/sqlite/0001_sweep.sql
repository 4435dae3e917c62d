CREATE INDEX `attempts_window` ON `attempts` (`window`);--> statement-breakpoint
CREATE INDEX `documents_blob` ON `documents` (`blob_key`);--> statement-breakpoint
CREATE INDEX `draft_pictures_document` ON `draft_pictures` (`document_id`);--> statement-breakpoint
CREATE INDEX `draft_pictures_work` ON `draft_pictures` (`work_blob_key`);--> statement-breakpoint
CREATE INDEX `held_forms_created` ON `held_forms` (`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_created` ON `sessions` (`created_at`);