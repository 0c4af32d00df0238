-- Mail is sent by the worker, from rows that are written with what they tell of.

-- Mails to a person, such as a new password's, belong to no organization and are on no organization's page.
ALTER TABLE "emails" ALTER COLUMN "organization_id" DROP NOT NULL;
ALTER TABLE "emails" ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3), ADD COLUMN "leased_until" TIMESTAMPTZ(3);
UPDATE "emails" SET "next_attempt_at" = "created_at" WHERE "status" = 'queued';
ALTER TABLE "emails" ADD CONSTRAINT "emails_queued_has_next"
  CHECK (("status" = 'queued') = ("next_attempt_at" IS NOT NULL));

DROP INDEX "emails_queued_idx";
CREATE INDEX "emails_due_idx" ON "emails"("next_attempt_at") WHERE "status" = 'queued';

-- A link by which a person sets a new password: only the SHA-256 of its token is here.
CREATE TABLE "password_resets" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets"("token_hash");
CREATE INDEX "password_resets_user_id_idx" ON "password_resets"("user_id");
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
