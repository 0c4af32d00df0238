-- The request log is written with every call and read now and then: one index that says both which row and whose, and
-- one of a few kilobytes for what is past keeping. Keys are never deleted, so that nothing needs to be asked of them.
ALTER TABLE "api_requests" DROP CONSTRAINT "api_requests_api_key_id_fkey";
ALTER TABLE "api_requests" DROP CONSTRAINT "api_requests_pkey";
DROP INDEX "api_requests_api_key_id_id_idx";
ALTER TABLE "api_requests" ADD CONSTRAINT "api_requests_pkey" PRIMARY KEY ("api_key_id", "id");
CREATE INDEX "api_requests_created_at_idx" ON "api_requests" USING brin ("created_at");
