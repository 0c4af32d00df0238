-- Members come by invitation and go without their history: a membership that ended keeps its row.
ALTER TABLE "members" ADD COLUMN "removed_at" TIMESTAMPTZ(3);
ALTER TABLE "members" ADD CONSTRAINT "members_owner_stays" CHECK ("role" <> 'owner' OR "removed_at" IS NULL);

ALTER TABLE "organizations" ADD COLUMN "brand_color" TEXT NOT NULL DEFAULT '#4b3fd6';
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_brand_color" CHECK ("brand_color" ~ '^#[0-9a-f]{6}$');

CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "member_role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");
CREATE INDEX "invitations_organization_id_id_idx" ON "invitations"("organization_id", "id" DESC);
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: ownership is not given by invitation, addresses are as people's are, and one invitation is open for each.
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" CHECK ("role" <> 'owner');
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_email_lower" CHECK ("email" = lower("email"));
CREATE UNIQUE INDEX "invitations_one_open" ON "invitations"("organization_id", "email")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;
