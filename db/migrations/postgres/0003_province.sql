CREATE TABLE "calendar_days" (
	"day" text PRIMARY KEY NOT NULL,
	"worked" boolean NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exam_windows" (
	"id" text PRIMARY KEY NOT NULL,
	"exam" text NOT NULL,
	"name" text NOT NULL,
	"opens" text NOT NULL,
	"closes" text NOT NULL,
	"exam_date" text,
	"example" boolean NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reasons" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"code" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"fields" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "text" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "fast_lane" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "successor_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "reasons_code" ON "reasons" USING btree ("office_id","code","version");--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("actor_id","at","id") WHERE "events"."role" <> 'applicant';--> statement-breakpoint
CREATE INDEX "events_office" ON "events" USING btree ("office_id","at","id");--> statement-breakpoint
CREATE INDEX "events_verb" ON "events" USING btree ("verb","at","id");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at","id");