import type { z } from "zod";
import { prisma } from "../db";
import { unknownCursor } from "../errors";
import type { ApiRequest } from "../generated/prisma/client";
import { defaultLimit, instant, page } from "../schema";
import type { Scope } from "../scope";
import { sql } from "../sql";
import { getApiKey } from "./read";
import type { KeyRequest, KeyRequestList, ListKeyRequests } from "./schema";

/** Sorts after every id that there is. */
const afterAll = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * What was asked with a key, newest first, revoked or not.
 * @throws not_found for a key the caller cannot see; validation_error for an unknown cursor
 */
export async function listKeyRequests(
  scope: Scope,
  input: z.output<typeof ListKeyRequests>,
): Promise<z.infer<typeof KeyRequestList>> {
  const { id: apiKeyId } = await getApiKey(scope, input.id);
  const { limit = defaultLimit, starting_after: cursor, status } = input;
  if (cursor !== undefined) {
    const row = await prisma.apiRequest.findFirst({ where: { apiKeyId, id: cursor } });
    if (row === null) {
      throw unknownCursor();
    }
  }
  const part = { apiKeyId, before: cursor ?? afterAll, count: limit + 1 };
  const rows = await (status === undefined ? allRequests(part) : refusedRequests(part, status));
  return page(rows.map(keyRequestResource), limit);
}

type Part = { apiKeyId: string; before: string; count: number };

const allRequests = ({ apiKeyId, before, count }: Part): Promise<ApiRequest[]> =>
  prisma.apiRequest.findMany({
    where: { apiKeyId, id: { lt: before } },
    orderBy: { id: "desc" },
    take: count,
  });

/** In the words of the index `api_requests_refused_idx`, so that rare ones are not looked for among millions. */
const refusedRequests = ({ apiKeyId, before, count }: Part, status: "4xx" | "5xx") =>
  sql.$queryRaw<ApiRequest[]>`
    SELECT id, api_key_id AS "apiKeyId", method, path, status, duration_ms AS "durationMs",
           ip_address AS "ipAddress", request_id AS "requestId", created_at AS "createdAt"
    FROM api_requests
    WHERE status >= 400 AND api_key_id = ${apiKeyId}::uuid AND status / 100 = ${Number(status.charAt(0))}::int
      AND id < ${before}::uuid
    ORDER BY id DESC LIMIT ${count}`;

const keyRequestResource = (row: ApiRequest): KeyRequest => ({
  id: row.id,
  method: row.method,
  path: row.path,
  status: row.status,
  duration_ms: row.durationMs,
  ip_address: row.ipAddress,
  request_id: row.requestId,
  created_at: instant(row.createdAt),
});
