import { expect, test, vi } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import { pruneAll } from "../prune";
import { sql } from "../sql";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { withKey } from "../testing/idempotency";
import { times } from "../testing/race";
import { ok } from "../testing/rest";
import { fetchTrpc } from "../trpc-fetch";
import { deleteOldAnswers } from "./kept";

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const dayMinutes = 24 * 60;

/** Answers of an owner of their own, kept since so many minutes. */
async function keep(owner: string, ages: number[]): Promise<void> {
  const row = { owner, operation: "POST /test", fingerprint: Buffer.alloc(32), status: 201 };
  await prisma.idempotentAnswer.createMany({
    data: ages.map((age) => ({ ...row, key: newId(), body: null, createdAt: minutesAgo(age) })),
  });
}

const countOf = async (owner: string) => await prisma.idempotentAnswer.count({ where: { owner } });

// First, because a process prunes on its first request and then not for some minutes.
test("a request with a key clears away, beside its answer, what is older than 24 hours", async () => {
  await keep("beside", [dayMinutes + 1, dayMinutes - 1]);
  const { live: key } = await newOrganization();
  const { id } = await newEventType(key);
  await ok("bookings.create", withKey(newId(), { key, body: bookingOf(id, ahead(3)) }));
  await vi.waitFor(async () => {
    expect(await countOf("beside")).toBe(1);
  });
});

test("old answers go in batches, the oldest first, and by two processes at once", async () => {
  await keep("old", [...times(50, (index) => dayMinutes + 10 + index), ...times(7, () => 5)]);
  expect(await deleteOldAnswers(sql, 20)).toBe(20);
  const oldest = await prisma.idempotentAnswer.findFirstOrThrow({
    where: { owner: "old" },
    orderBy: { createdAt: "asc" },
  });
  expect(oldest.createdAt.getTime()).toBeGreaterThan(minutesAgo(dayMinutes + 40).getTime());
  const counts = await Promise.all(times(2, () => deleteOldAnswers(sql, 20)));
  expect(Math.max(...counts)).toBeLessThanOrEqual(20);
  await pruneAll((maxRows) => deleteOldAnswers(sql, maxRows));
  expect(await countOf("old")).toBe(7);
});

test("the pages' own calls know no Idempotency-Key: each is done", async () => {
  const { userId, organizationId } = await newOrganization();
  const create = () =>
    fetchTrpc(
      new Request("http://localhost/api/trpc/apiKeys.create", {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-org-id": organizationId,
          "idempotency-key": "one and the same",
        },
        body: JSON.stringify({ name: "Page" }),
      }),
      {
        userId: async () => userId,
        facts: { nowMs: Date.now(), requestId: null, ipAddress: null },
      },
    );
  expect([(await create()).status, (await create()).status]).toEqual([200, 200]);
  expect(await prisma.apiKey.count({ where: { organizationId, name: "Page" } })).toBe(2);
  expect(await prisma.idempotentAnswer.count({ where: { key: "one and the same" } })).toBe(0);
});
