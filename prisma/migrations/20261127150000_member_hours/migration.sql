-- A member's own hours and days off; null: whatever the event types they host say.
ALTER TABLE "members" ADD COLUMN "hours" JSONB;
ALTER TABLE "members" ADD CONSTRAINT "members_hours_object"
  CHECK ("hours" IS NULL OR jsonb_typeof("hours") = 'object');
