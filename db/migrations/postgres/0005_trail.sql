CREATE TABLE "audit_heads" (
	"day" text PRIMARY KEY NOT NULL,
	"link" bigint NOT NULL,
	"mac" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_start" (
	"id" bigint PRIMARY KEY NOT NULL,
	"before" bigint NOT NULL,
	"mac" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "link" bigint;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "mac" "bytea";--> statement-breakpoint
CREATE UNIQUE INDEX "events_link" ON "events" USING btree ("link") WHERE "events"."link" > 0;--> statement-breakpoint
CREATE INDEX "events_unlinked" ON "events" USING btree ("id") WHERE "events"."link" is null;--> statement-breakpoint
CREATE FUNCTION "refuse_change_of_trail"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'The trail is only added to.';
END $$;
--> statement-breakpoint
CREATE TRIGGER "events_kept" BEFORE DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_trail"();
--> statement-breakpoint
CREATE TRIGGER "events_fixed" BEFORE UPDATE ON "events" FOR EACH ROW
	WHEN (OLD."link" IS NOT NULL OR NEW."link" IS NULL OR NEW."link" <= 0 OR NEW."mac" IS NULL
		OR ROW(NEW."id", NEW."at", NEW."actor_id", NEW."role", NEW."verb", NEW."application_id", NEW."person_id",
			NEW."office_id", NEW."facts")
		IS DISTINCT FROM ROW(OLD."id", OLD."at", OLD."actor_id", OLD."role", OLD."verb", OLD."application_id",
			OLD."person_id", OLD."office_id", OLD."facts"))
	EXECUTE FUNCTION "refuse_change_of_trail"();
--> statement-breakpoint
CREATE TRIGGER "events_whole" BEFORE TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_trail"();
--> statement-breakpoint
CREATE TRIGGER "audit_start_kept" BEFORE UPDATE OR DELETE ON "audit_start" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_trail"();
--> statement-breakpoint
CREATE TRIGGER "audit_start_whole" BEFORE TRUNCATE ON "audit_start" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_trail"();
--> statement-breakpoint
CREATE TRIGGER "audit_heads_kept" BEFORE UPDATE OR DELETE ON "audit_heads" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_trail"();
--> statement-breakpoint
CREATE TRIGGER "audit_heads_whole" BEFORE TRUNCATE ON "audit_heads" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_trail"();
