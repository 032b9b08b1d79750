ALTER TABLE "request" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "kind" text DEFAULT 'createCustomer' NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "target_id" text;--> statement-breakpoint
ALTER TABLE "request" DROP COLUMN "elements";--> statement-breakpoint
-- The record of writes: a row says what was asked and, once, how it ended. Nothing else of it ever changes.
CREATE FUNCTION "request_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.status = 'OPEN'
		AND to_jsonb(NEW) - '{status,ended_at}'::text[] = to_jsonb(OLD) - '{status,ended_at}'::text[] THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'request is append-only';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "request_append_only" BEFORE UPDATE OR DELETE ON "request" FOR EACH ROW EXECUTE FUNCTION "request_is_append_only"();
--> statement-breakpoint
CREATE TRIGGER "request_never_truncated" BEFORE TRUNCATE ON "request" FOR EACH STATEMENT EXECUTE FUNCTION "request_is_append_only"();
