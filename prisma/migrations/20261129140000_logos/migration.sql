-- An organization's logo, in a table of its own: what reads organizations does not load its bytes.
CREATE TABLE "organization_logos" (
    "organization_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width_pixels" INTEGER NOT NULL,
    "height_pixels" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_logos_pkey" PRIMARY KEY ("organization_id")
);
ALTER TABLE "organization_logos" ADD CONSTRAINT "organization_logos_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what is under an address never changes, is no more than a logo, and can run nothing in a browser.
ALTER TABLE "organization_logos" ADD CONSTRAINT "organization_logos_hash_is_of_bytes"
  CHECK ("hash" = encode(sha256("bytes"), 'hex'));
ALTER TABLE "organization_logos" ADD CONSTRAINT "organization_logos_size"
  CHECK (octet_length("bytes") <= 262144 AND "width_pixels" BETWEEN 32 AND 2048 AND "height_pixels" BETWEEN 32 AND 2048);
ALTER TABLE "organization_logos" ADD CONSTRAINT "organization_logos_media_type"
  CHECK ("media_type" IN ('image/png', 'image/jpeg', 'image/webp'));
