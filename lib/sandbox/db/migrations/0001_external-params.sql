CREATE TABLE "plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "external_param_definition_name";--> statement-breakpoint
DROP INDEX "external_param_value_of_entity";--> statement-breakpoint
ALTER TABLE "external_param_definition" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "external_param_value" ADD COLUMN "value_folded" text;--> statement-breakpoint
-- As near to `foldName` as the database comes; a value that is set again has it exactly.
UPDATE "external_param_value" SET "value_folded" = lower(upper(normalize("value", NFC) COLLATE pg_c_utf8));--> statement-breakpoint
ALTER TABLE "external_param_value" ALTER COLUMN "value_folded" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "external_param_value" ADD COLUMN "is_active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "external_param_value" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "plan_of_owner" ON "plan" USING btree ("owner_id","name","id");--> statement-breakpoint
CREATE INDEX "external_param_value_of_definition" ON "external_param_value" USING btree ("definition_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "external_param_definition_name" ON "external_param_definition" USING btree ("owner_id","entity_type",md5("name")) WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "external_param_value_of_entity" ON "external_param_value" USING btree ("entity_id","definition_id") WHERE deleted_at is null;