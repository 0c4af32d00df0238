-- People who wait for a place of an event type.
CREATE TYPE "waitlist_status" AS ENUM ('waiting', 'promoted', 'expired', 'cancelled');

CREATE TABLE "waitlist_entries" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "event_type_id" UUID NOT NULL,
    "status" "waitlist_status" NOT NULL DEFAULT 'waiting',
    "invitee_name" TEXT NOT NULL,
    "invitee_email" TEXT NOT NULL,
    "invitee_time_zone" TEXT NOT NULL,
    "notes" TEXT,
    "wished_start_at" TIMESTAMPTZ(3),
    "wished_minutes" INTEGER,
    "cancel_token" TEXT NOT NULL,
    "allocation_id" UUID,
    "booking_id" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waitlist_entries_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "waitlist_entries_organization_id_is_test_id_idx" ON "waitlist_entries"("organization_id", "is_test", "id" DESC);
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_event_type_id_organization_id_is_test_fkey" FOREIGN KEY ("event_type_id", "organization_id", "is_test") REFERENCES "event_types"("id", "organization_id", "is_test") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_allocation_id_organization_id_is_test_fkey" FOREIGN KEY ("allocation_id", "organization_id", "is_test") REFERENCES "allocations"("id", "organization_id", "is_test") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: a place is held for who was promoted and until when; the line itself, short whatever was before; and what runs out.
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_promoted_has_place"
  CHECK ("status" <> 'promoted' OR ("allocation_id" IS NOT NULL AND "expires_at" IS NOT NULL));
CREATE INDEX "waitlist_entries_line" ON "waitlist_entries"("event_type_id", "id") WHERE "status" = 'waiting';
CREATE INDEX "waitlist_entries_held" ON "waitlist_entries"("event_type_id", "expires_at")
  WHERE "status" = 'promoted' AND "booking_id" IS NULL;
CREATE UNIQUE INDEX "waitlist_entries_waits_once" ON "waitlist_entries"(
    "event_type_id", lower("invitee_email"), coalesce("wished_start_at", '-infinity'))
  WHERE "status" = 'waiting';
