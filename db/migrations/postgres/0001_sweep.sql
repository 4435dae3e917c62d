CREATE INDEX "attempts_window" ON "attempts" USING btree ("window");--> statement-breakpoint
CREATE INDEX "documents_blob" ON "documents" USING btree ("blob_key");--> statement-breakpoint
CREATE INDEX "draft_pictures_document" ON "draft_pictures" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "draft_pictures_work" ON "draft_pictures" USING btree ("work_blob_key");--> statement-breakpoint
CREATE INDEX "held_forms_created" ON "held_forms" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_created" ON "sessions" USING btree ("created_at");