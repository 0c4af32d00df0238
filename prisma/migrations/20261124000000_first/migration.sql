-- The first schema. What Prisma generates from schema.prisma stands first; what it cannot say stands
-- at the end, by hand: exclusion, check and partial unique constraints, triggers.

CREATE EXTENSION IF NOT EXISTS "btree_gist";

-- Minutes as an interval do not depend on the session's TimeZone, so this is immutable although
-- `timestamptz - interval` in general is not; a generated column may only use immutable functions.
CREATE FUNCTION busy_range(start_at timestamptz, end_at timestamptz, before_minutes int, after_minutes int)
RETURNS tstzrange LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN tstzrange(start_at - make_interval(mins => before_minutes), end_at + make_interval(mins => after_minutes), '[)');


-- CreateEnum
CREATE TYPE "tier" AS ENUM ('free', 'launch', 'grow', 'scale');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'admin', 'member');

-- CreateEnum
CREATE TYPE "actor_type" AS ENUM ('user', 'api_key', 'service', 'invitee', 'system');

-- CreateEnum
CREATE TYPE "booking_status" AS ENUM ('confirmed', 'cancelled', 'rescheduled', 'pending_payment');

-- CreateEnum
CREATE TYPE "assignment_strategy" AS ENUM ('round_robin', 'least_booked', 'priority');

-- CreateEnum
CREATE TYPE "cap_period" AS ENUM ('daily', 'weekly', 'monthly', 'total');

-- CreateEnum
CREATE TYPE "conferencing_provider" AS ENUM ('zoom', 'google_meet', 'microsoft_teams', 'custom', 'in_person');

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "tier" "tier" NOT NULL DEFAULT 'free',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "key_prefix" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "allowed_ips" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_by_type" "actor_type" NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_types" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "description" TEXT,
    "time_zone" TEXT NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "duration_options" INTEGER[],
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "minimum_notice_minutes" INTEGER NOT NULL DEFAULT 0,
    "booking_window_days" INTEGER,
    "slot_interval_minutes" INTEGER,
    "max_attendees" INTEGER NOT NULL DEFAULT 1,
    "booking_cap" INTEGER,
    "booking_cap_period" "cap_period",
    "waitlist_enabled" BOOLEAN NOT NULL DEFAULT false,
    "waitlist_max_size" INTEGER,
    "price_amount" INTEGER,
    "price_currency" TEXT NOT NULL DEFAULT 'usd',
    "reminder_intervals" INTEGER[] DEFAULT ARRAY[1440, 60]::INTEGER[],
    "color" TEXT NOT NULL DEFAULT '#3b82f6',
    "conferencing_provider" "conferencing_provider",
    "location" TEXT,
    "assignment_strategy" "assignment_strategy" NOT NULL DEFAULT 'round_robin',
    "questions" JSONB NOT NULL DEFAULT '[]',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_types_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_rules" (
    "id" UUID NOT NULL,
    "event_type_id" UUID NOT NULL,
    "day_of_week" SMALLINT NOT NULL,
    "start_seconds" INTEGER NOT NULL,
    "end_seconds" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "availability_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_overrides" (
    "id" UUID NOT NULL,
    "event_type_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "start_seconds" INTEGER[],
    "end_seconds" INTEGER[],

    CONSTRAINT "availability_overrides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_type_hosts" (
    "id" UUID NOT NULL,
    "event_type_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_type_hosts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocations" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "event_type_id" UUID NOT NULL,
    "host_id" UUID NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL,
    "buffer_after_minutes" INTEGER NOT NULL,
    "busy" tstzrange GENERATED ALWAYS AS (busy_range("start_at", "end_at", "buffer_before_minutes", "buffer_after_minutes")) STORED,
    "seats_taken" INTEGER NOT NULL,
    "seats_total" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allocations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "event_type_id" UUID NOT NULL,
    "allocation_id" UUID NOT NULL,
    "status" "booking_status" NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "invitee_name" TEXT NOT NULL,
    "invitee_email" TEXT NOT NULL,
    "invitee_time_zone" TEXT NOT NULL,
    "attendee_count" INTEGER NOT NULL,
    "notes" TEXT,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "location" TEXT,
    "meeting_url" TEXT,
    "calendar_event_id" TEXT,
    "cancel_token" TEXT NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "rescheduled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendees" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "is_primary" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "action" TEXT NOT NULL,
    "actor_type" "actor_type" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "resource_type" TEXT NOT NULL,
    "resource_id" UUID NOT NULL,
    "summary" TEXT NOT NULL,
    "changes" JSONB,
    "request_id" TEXT,
    "ip_address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_organization_id_user_id_key" ON "members"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_organization_id_id_key" ON "members"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "api_keys_organization_id_is_test_id_idx" ON "api_keys"("organization_id", "is_test", "id" DESC);

-- CreateIndex
CREATE INDEX "event_types_organization_id_is_test_id_idx" ON "event_types"("organization_id", "is_test", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "event_types_id_organization_id_is_test_key" ON "event_types"("id", "organization_id", "is_test");

-- CreateIndex
CREATE INDEX "availability_rules_event_type_id_idx" ON "availability_rules"("event_type_id");

-- CreateIndex
CREATE UNIQUE INDEX "availability_overrides_event_type_id_date_key" ON "availability_overrides"("event_type_id", "date");

-- CreateIndex
CREATE INDEX "event_type_hosts_member_id_idx" ON "event_type_hosts"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_type_hosts_event_type_id_member_id_key" ON "event_type_hosts"("event_type_id", "member_id");

-- CreateIndex
CREATE INDEX "allocations_host_id_created_at_idx" ON "allocations"("host_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "allocations_id_organization_id_is_test_key" ON "allocations"("id", "organization_id", "is_test");

-- CreateIndex
CREATE INDEX "bookings_organization_id_is_test_start_at_id_idx" ON "bookings"("organization_id", "is_test", "start_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "bookings_event_type_id_start_at_idx" ON "bookings"("event_type_id", "start_at");

-- CreateIndex
CREATE INDEX "bookings_allocation_id_idx" ON "bookings"("allocation_id");

-- CreateIndex
CREATE INDEX "bookings_organization_id_is_test_invitee_email_idx" ON "bookings"("organization_id", "is_test", "invitee_email");

-- CreateIndex
CREATE INDEX "attendees_booking_id_idx" ON "attendees"("booking_id");

-- CreateIndex
CREATE INDEX "events_organization_id_is_test_id_idx" ON "events"("organization_id", "is_test", "id" DESC);

-- CreateIndex
CREATE INDEX "events_resource_id_idx" ON "events"("resource_id");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_types" ADD CONSTRAINT "event_types_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_rules" ADD CONSTRAINT "availability_rules_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_types"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_overrides" ADD CONSTRAINT "availability_overrides_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_types"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_type_hosts" ADD CONSTRAINT "event_type_hosts_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_types"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_type_hosts" ADD CONSTRAINT "event_type_hosts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_event_type_id_organization_id_is_test_fkey" FOREIGN KEY ("event_type_id", "organization_id", "is_test") REFERENCES "event_types"("id", "organization_id", "is_test") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_organization_id_host_id_fkey" FOREIGN KEY ("organization_id", "host_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_event_type_id_organization_id_is_test_fkey" FOREIGN KEY ("event_type_id", "organization_id", "is_test") REFERENCES "event_types"("id", "organization_id", "is_test") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_allocation_id_organization_id_is_test_fkey" FOREIGN KEY ("allocation_id", "organization_id", "is_test") REFERENCES "allocations"("id", "organization_id", "is_test") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "bookings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Never a double booking: two live stretches of one host and mode may not meet, buffers included.
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_no_double_booking"
  EXCLUDE USING gist ("host_id" WITH =, "is_test" WITH =, "busy" WITH &&) WHERE ("live");
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_time_runs_forward" CHECK ("start_at" < "end_at");
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_buffers_not_negative"
  CHECK ("buffer_before_minutes" >= 0 AND "buffer_after_minutes" >= 0);
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_seats_within_capacity"
  CHECK ("seats_total" >= 1 AND "seats_taken" BETWEEN 0 AND "seats_total" AND ("seats_taken" > 0 OR NOT "live"));
-- Sessions of a group event are looked up by type and time.
CREATE INDEX "allocations_open_sessions" ON "allocations" ("event_type_id", "start_at")
  WHERE ("live" AND "seats_total" > 1);

ALTER TABLE "bookings" ADD CONSTRAINT "bookings_time_runs_forward" CHECK ("start_at" < "end_at");
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_cancelled_says_when"
  CHECK (("status" = 'cancelled') = ("cancelled_at" IS NOT NULL));
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_someone_attends" CHECK ("attendee_count" >= 1);

CREATE UNIQUE INDEX "attendees_email_once_a_booking" ON "attendees" ("booking_id", lower("email"));
CREATE UNIQUE INDEX "attendees_one_primary" ON "attendees" ("booking_id") WHERE "is_primary";

CREATE UNIQUE INDEX "event_types_slug_once" ON "event_types" ("organization_id", "is_test", "slug")
  WHERE "deleted_at" IS NULL;
ALTER TABLE "event_types" ADD CONSTRAINT "event_types_ranges" CHECK (
  "duration_minutes" BETWEEN 5 AND 480
  AND "buffer_before_minutes" BETWEEN 0 AND 120 AND "buffer_after_minutes" BETWEEN 0 AND 120
  AND "minimum_notice_minutes" BETWEEN 0 AND 43200
  AND ("booking_window_days" IS NULL OR "booking_window_days" BETWEEN 1 AND 730)
  AND ("slot_interval_minutes" IS NULL OR "slot_interval_minutes" BETWEEN 5 AND 480)
  AND "max_attendees" BETWEEN 1 AND 100
  AND ("booking_cap" IS NULL) = ("booking_cap_period" IS NULL)
  AND ("booking_cap" IS NULL OR "booking_cap" BETWEEN 1 AND 10000)
  AND ("waitlist_max_size" IS NULL OR "waitlist_max_size" BETWEEN 1 AND 1000)
  AND ("price_amount" IS NULL OR "price_amount" >= 100)
);

ALTER TABLE "availability_rules" ADD CONSTRAINT "availability_rules_day_and_window"
  CHECK ("day_of_week" BETWEEN 0 AND 6 AND "start_seconds" >= 0 AND "start_seconds" < "end_seconds" AND "end_seconds" <= 86400);
ALTER TABLE "availability_rules" ADD CONSTRAINT "availability_rules_no_overlap"
  EXCLUDE USING gist ("event_type_id" WITH =, "day_of_week" WITH =, int4range("start_seconds", "end_seconds") WITH &&);
ALTER TABLE "availability_overrides" ADD CONSTRAINT "availability_overrides_pairwise"
  CHECK (cardinality("start_seconds") = cardinality("end_seconds"));

ALTER TABLE "users" ADD CONSTRAINT "users_email_lower_case" CHECK ("email" = lower("email"));
CREATE UNIQUE INDEX "members_one_owner" ON "members" ("organization_id") WHERE "role" = 'owner';
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_hash_is_sha256" CHECK (octet_length("key_hash") = 32);

-- The activity log says what happened; nothing may make it say otherwise.
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE ON "events"
  FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER "events_never_truncated" BEFORE TRUNCATE ON "events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
