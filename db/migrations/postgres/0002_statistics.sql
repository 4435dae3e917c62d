CREATE TABLE "office_weeks" (
	"office_id" text NOT NULL,
	"week" text NOT NULL,
	"what" text NOT NULL,
	"round" bigint NOT NULL,
	"waited" bigint NOT NULL,
	"spent" bigint NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "office_weeks_office_id_week_what_round_waited_spent_pk" PRIMARY KEY("office_id","week","what","round","waited","spent")
);
--> statement-breakpoint
CREATE TABLE "reason_weeks" (
	"office_id" text NOT NULL,
	"week" text NOT NULL,
	"code" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "reason_weeks_office_id_week_code_pk" PRIMARY KEY("office_id","week","code")
);
