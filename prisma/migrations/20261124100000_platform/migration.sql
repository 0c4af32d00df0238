-- The API platform: rotation of keys, the sandbox's seed, quotas, usage, request log, idempotent answers.

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "sandbox_seeded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "rotated_from_id" UUID;

-- CreateTable
CREATE TABLE "booking_counts" (
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "month" DATE NOT NULL,
    "bookings" INTEGER NOT NULL,

    CONSTRAINT "booking_counts_pkey" PRIMARY KEY ("organization_id","is_test","month")
);

-- CreateTable
CREATE TABLE "usage_days" (
    "organization_id" UUID NOT NULL,
    "is_test" BOOLEAN NOT NULL,
    "date" DATE NOT NULL,
    "api_calls" INTEGER NOT NULL DEFAULT 0,
    "rate_limited" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "usage_days_pkey" PRIMARY KEY ("organization_id","is_test","date")
);

-- CreateTable
CREATE TABLE "api_requests" (
    "id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "ip_address" TEXT,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_answers" (
    "owner" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY ("owner","operation","key")
);

-- CreateIndex
CREATE INDEX "api_requests_api_key_id_id_idx" ON "api_requests"("api_key_id", "id" DESC);

-- CreateIndex
CREATE INDEX "idempotent_answers_created_at_idx" ON "idempotent_answers"("created_at");

-- CreateIndex
CREATE INDEX "bookings_organization_id_is_test_created_at_idx" ON "bookings"("organization_id", "is_test", "created_at");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_rotated_from_id_fkey" FOREIGN KEY ("rotated_from_id") REFERENCES "api_keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_counts" ADD CONSTRAINT "booking_counts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_days" ADD CONSTRAINT "usage_days_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_requests" ADD CONSTRAINT "api_requests_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot say.
ALTER TABLE "booking_counts" ADD CONSTRAINT "booking_counts_not_negative" CHECK ("bookings" >= 0);
ALTER TABLE "booking_counts" ADD CONSTRAINT "booking_counts_month_starts"
  CHECK (extract(day from "month") = 1);
ALTER TABLE "usage_days" ADD CONSTRAINT "usage_days_not_negative" CHECK ("api_calls" >= 0 AND "rate_limited" >= 0);
ALTER TABLE "idempotent_answers" ADD CONSTRAINT "idempotent_answers_fingerprint_is_sha256"
  CHECK (octet_length("fingerprint") = 32);
