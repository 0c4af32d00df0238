-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "test_clock_offset_ms" BIGINT NOT NULL DEFAULT 0;

-- By hand: time on the test side never lags behind.
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_test_clock_ahead" CHECK ("test_clock_offset_ms" >= 0);
