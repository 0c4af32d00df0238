import { sql } from "../sql";
import type { Batch } from "./request-log";

const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, "YYYY-MM-DD".length);

/**
 * Writes requests and adds counts in one statement. A batch that comes again, because nobody knows whether the first
 * attempt was committed, finds its requests there and changes nothing. Rows are locked in one order by all processes.
 * What belongs to a key or an organization that was deleted meanwhile is left out.
 */
export async function writeBatch({ requests, counts }: Batch): Promise<void> {
  await sql.$executeRaw`
    WITH batch AS (
      SELECT r.* FROM unnest(${requests.map((each) => each.id)}::uuid[],
        ${requests.map((each) => each.apiKeyId)}::uuid[], ${requests.map((each) => each.method)}::text[],
        ${requests.map((each) => each.path)}::text[], ${requests.map((each) => each.status)}::smallint[],
        ${requests.map((each) => each.durationMs)}::integer[], ${requests.map((each) => each.ipAddress)}::text[],
        ${requests.map((each) => each.requestId)}::text[], ${requests.map((each) => each.nowMs / 1000)}::float8[])
        AS r (id, api_key_id, method, path, status, duration_ms, ip_address, request_id, at_seconds)
      JOIN api_keys k ON k.id = r.api_key_id),
    logged AS (
      INSERT INTO api_requests (id, api_key_id, method, path, status, duration_ms, ip_address, request_id, created_at)
      SELECT id, api_key_id, method, path, status, duration_ms, ip_address, request_id, to_timestamp(at_seconds)
      FROM batch ORDER BY id
      ON CONFLICT (api_key_id, id) DO NOTHING
      RETURNING id)
    INSERT INTO usage_days AS known (organization_id, is_test, date, api_calls, rate_limited)
    SELECT c.organization_id, c.is_test, c.date, c.api_calls, c.rate_limited
    FROM unnest(${counts.map((each) => each.organizationId)}::uuid[], ${counts.map((each) => each.isTest)}::boolean[],
      ${counts.map((each) => dateOf(each.day))}::date[],
      ${counts.map((each) => each.apiCalls)}::integer[], ${counts.map((each) => each.rateLimited)}::integer[])
      AS c (organization_id, is_test, date, api_calls, rate_limited)
    JOIN organizations o ON o.id = c.organization_id
    WHERE (SELECT count(*) FROM logged) > 0 OR NOT EXISTS (SELECT FROM batch)
    ORDER BY c.organization_id, c.is_test, c.date
    ON CONFLICT (organization_id, is_test, date) DO UPDATE
      SET api_calls = known.api_calls + excluded.api_calls,
          rate_limited = known.rate_limited + excluded.rate_limited`;
}
