CREATE TABLE "value_import" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"customer_name" text NOT NULL,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"definition_id" text NOT NULL,
	"definition_name" text NOT NULL,
	"row_count" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"paused_because" text,
	"lease_holder" text,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "value_import_row" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"customer" text NOT NULL,
	"sub_customer_id" text,
	"value" text NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"request_id" text,
	"error_code" text,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "value_import_row_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
ALTER TABLE "value_import_row" ADD CONSTRAINT "value_import_row_import_id_value_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."value_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "value_import_customer" ON "value_import" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "value_import_state" ON "value_import" USING btree ("state");--> statement-breakpoint
CREATE INDEX "value_import_row_state" ON "value_import_row" USING btree ("import_id","state","line");