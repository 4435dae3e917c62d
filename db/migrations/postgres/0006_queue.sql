DROP INDEX "applications_queue";--> statement-breakpoint
DROP INDEX "applications_lane";--> statement-breakpoint
DROP INDEX "applications_flagged";--> statement-breakpoint
CREATE INDEX "applications_queue" ON "applications" USING btree ("office_id","status","submitted_at","id","claim_until","name","name_pinyin","name_initials","unit_name");--> statement-breakpoint
CREATE INDEX "applications_lane" ON "applications" USING btree ("office_id","lane","target_exam","submitted_at","id","claim_until","name","name_pinyin","name_initials","unit_name");--> statement-breakpoint
CREATE INDEX "applications_flagged" ON "applications" USING btree ("office_id","lane","target_exam","submitted_at","id","flags") WHERE "applications"."flags" <> '';