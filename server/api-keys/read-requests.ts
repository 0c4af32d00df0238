import type { z } from "zod";
import { prisma } from "../db";
import { unknownCursor } from "../errors";
import type { ApiRequest } from "../generated/prisma/client";
import { defaultLimit, instant, page } from "../schema";
import type { Scope } from "../scope";
import { getApiKey } from "./read";
import type { KeyRequest, KeyRequestList, ListKeyRequests } from "./schema";

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
  const rows = await prisma.apiRequest.findMany({
    where: {
      apiKeyId,
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
      ...(status === undefined ? {} : { status: statusesOf(status) }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(keyRequestResource), limit);
}

/** "4xx" → 400 to 499. */
function statusesOf(statusClass: string): { gte: number; lt: number } {
  const first = Number(statusClass.charAt(0)) * 100;
  return { gte: first, lt: first + 100 };
}

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
