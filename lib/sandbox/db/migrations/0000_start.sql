CREATE TABLE "customer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"level" smallint NOT NULL,
	"status" text NOT NULL,
	"type" text NOT NULL,
	"name" text,
	"sibling_key" text,
	"name_folded" text NOT NULL,
	"name_sorted" text NOT NULL,
	"currency" text NOT NULL,
	"allow_offer_delegation" boolean NOT NULL,
	"is_allowed_imei_lock" boolean NOT NULL,
	"is_imei_lock_enabled" boolean DEFAULT false NOT NULL,
	"company_number" text,
	"vat_registration_number" text,
	"bank_number" text,
	"bank_branch_number" text,
	"logo" text,
	"mfa_configuration" text NOT NULL,
	"contact" json NOT NULL,
	"address" json NOT NULL,
	"invoice_configuration" json NOT NULL,
	"campaign" json NOT NULL,
	"custom_fields" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "external_param_definition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"entity_type" text NOT NULL,
	"name" text NOT NULL,
	"display_name" text,
	"description" text,
	"is_searchable" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "external_param_value" (
	"id" uuid PRIMARY KEY NOT NULL,
	"definition_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_api_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"customer_id" uuid NOT NULL,
	CONSTRAINT "public_api_user_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "request" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"requester_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"body" json NOT NULL,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"forced_status" text,
	"due_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"status" text NOT NULL,
	"iccid" text NOT NULL,
	"imsi" text NOT NULL,
	"msisdn" text NOT NULL,
	"imei" text,
	CONSTRAINT "subscriber_iccid_unique" UNIQUE("iccid")
);
--> statement-breakpoint
ALTER TABLE "external_param_value" ADD CONSTRAINT "external_param_value_definition_id_external_param_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."external_param_definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_by_sorted_name" ON "customer" USING btree ("parent_id","name_sorted","id");--> statement-breakpoint
CREATE INDEX "customer_by_parent_and_id" ON "customer" USING btree ("parent_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_sibling_key" ON "customer" USING btree ("parent_id","sibling_key");--> statement-breakpoint
CREATE UNIQUE INDEX "external_param_definition_name" ON "external_param_definition" USING btree ("owner_id","entity_type","name");--> statement-breakpoint
CREATE UNIQUE INDEX "external_param_value_of_entity" ON "external_param_value" USING btree ("entity_id","definition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_by_id" ON "request" USING btree ("id");--> statement-breakpoint
CREATE INDEX "request_open" ON "request" USING btree ("sequence") WHERE status = 'OPEN';--> statement-breakpoint
CREATE INDEX "subscriber_of_customer" ON "subscriber" USING btree ("customer_id","iccid");