CREATE TABLE "number_marks" (
	"mark" text NOT NULL,
	"application_id" text NOT NULL,
	"key" text NOT NULL,
	"person_id" text NOT NULL,
	"said" text NOT NULL,
	CONSTRAINT "number_marks_mark_application_id_key_pk" PRIMARY KEY("mark","application_id","key")
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "ticks" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "number_marks_application" ON "number_marks" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "applications_flagged" ON "applications" USING btree ("office_id","lane","target_exam","submitted_at","id") WHERE "applications"."flags" <> '';--> statement-breakpoint
CREATE INDEX "applications_clean" ON "applications" USING btree ("office_id","submitted_at","id") WHERE "applications"."lane" = 'submitted.first' and "applications"."flags" = '';