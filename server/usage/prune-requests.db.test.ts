import { expect, test } from "vitest";
import { prisma } from "../db";
import { leastIdAt, newId } from "../ids";
import { pruneAll } from "../prune";
import { newOrganization } from "../testing/factories";
import { times } from "../testing/race";
import { deleteOldRequests } from "./prune-requests";

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 24);

/** Requests of one key at these instants. @returns the key's id */
async function keyWithRequests(atMs: number[]): Promise<string> {
  const { organizationId } = await newOrganization();
  const { id: apiKeyId } = await prisma.apiKey.findFirstOrThrow({ where: { organizationId } });
  const request = { apiKeyId, method: "GET", path: "/v1/event-types", status: 200, durationMs: 1 };
  await prisma.apiRequest.createMany({
    data: atMs.map((at) => ({
      ...request,
      id: leastIdAt(at).slice(0, -12) + newId().slice(-12),
      requestId: "r",
      createdAt: new Date(at),
    })),
  });
  return apiKeyId;
}

const left = async (apiKeyId: string) => await prisma.apiRequest.count({ where: { apiKeyId } });

test("requests are deleted once they are older than 30 days, to the millisecond", async () => {
  const bound = nowMs - 30 * dayMs;
  const key = await keyWithRequests([bound - dayMs, bound - 1, bound, bound + 1, nowMs]);
  await pruneAll((maxRows) => deleteOldRequests(nowMs, maxRows));
  const rows = await prisma.apiRequest.findMany({ where: { apiKeyId: key } });
  const kept = rows.map(({ createdAt }) => createdAt.getTime()).toSorted((a, b) => a - b);
  expect(kept).toEqual([bound, bound + 1, nowMs]);
});

test("they are deleted in batches, the oldest first, by two processes at once too", async () => {
  const oldest = nowMs - 40 * dayMs;
  const key = await keyWithRequests(times(2_500, (index) => oldest + index));
  expect(await deleteOldRequests(nowMs, 100)).toBe(100);
  const first = await prisma.apiRequest.findFirst({
    where: { apiKeyId: key },
    orderBy: { id: "asc" },
  });
  expect(first?.createdAt.getTime()).toBe(oldest + 100);
  const deleted: number[] = [];
  const prune = () =>
    pruneAll(async (maxRows) => {
      const count = await deleteOldRequests(nowMs, maxRows);
      deleted.push(count);
      return count;
    });
  await Promise.all([prune(), prune()]);
  expect(await left(key)).toBe(0);
  expect(deleted.reduce((sum, count) => sum + count, 0)).toBe(2_400);
  expect(Math.max(...deleted)).toBe(1_000);
});
