-- Members' calendars: whose busy times close slots, and what bookings leave in them.
CREATE TYPE "calendar_provider" AS ENUM ('google', 'microsoft', 'caldav', 'ics');
CREATE TYPE "calendar_status" AS ENUM ('connected', 'needs_reconnect');
CREATE TYPE "calendar_sync_status" AS ENUM ('pending', 'ok', 'failing');
CREATE TYPE "calendar_event_status" AS ENUM ('written', 'moved', 'deleted');

ALTER TABLE "bookings" ADD COLUMN "calendar_connection_id" UUID,
ADD COLUMN "calendar_event_status" "calendar_event_status";

CREATE TABLE "calendar_connections" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "provider" "calendar_provider" NOT NULL,
    "account_email" TEXT,
    "server_url" TEXT,
    "secret" TEXT,
    "calendars" JSONB NOT NULL,
    "calendar_id" TEXT,
    "status" "calendar_status" NOT NULL DEFAULT 'connected',
    "sync_status" "calendar_sync_status" NOT NULL DEFAULT 'pending',
    "sync_error" TEXT,
    "last_sync_at" TIMESTAMPTZ(3),
    "connected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disconnected_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_connections_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "calendar_connections_organization_id_id_idx" ON "calendar_connections"("organization_id", "id" DESC);
ALTER TABLE "calendar_connections" ADD CONSTRAINT "calendar_connections_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "calendar_events" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "calendar_id" TEXT NOT NULL,
    "provider_event_id" TEXT NOT NULL,
    "etag" TEXT,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "meeting_url" TEXT,
    "fingerprint" BYTEA NOT NULL,
    "status" "calendar_event_status" NOT NULL DEFAULT 'written',
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_events_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "calendar_events_connection_id_start_at_idx" ON "calendar_events"("connection_id", "start_at");
ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "calendar_connections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "calendar_leases" (
    "id" UUID NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_leases_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_sign_ins" (
    "state_hash" BYTEA NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "provider" "calendar_provider" NOT NULL,
    "secret" TEXT NOT NULL,
    "redirect_uri" TEXT NOT NULL,
    "user_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_sign_ins_pkey" PRIMARY KEY ("state_hash")
);

-- By hand: whoever disconnects leaves no secret behind; bookings go into one calendar of a member; and what availability asks
-- for, every time: the connections of a host, few whatever was before.
ALTER TABLE "calendar_connections" ADD CONSTRAINT "calendar_connections_disconnected_forgets"
  CHECK ("disconnected_at" IS NULL OR ("secret" IS NULL AND "calendar_id" IS NULL));
CREATE UNIQUE INDEX "calendar_connections_one_receives" ON "calendar_connections"("member_id")
  WHERE "calendar_id" IS NOT NULL;
CREATE INDEX "calendar_connections_of_member" ON "calendar_connections"("member_id")
  WHERE "disconnected_at" IS NULL;
