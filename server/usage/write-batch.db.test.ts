import { beforeEach, expect, test } from "vitest";
import { pool, prisma } from "../db";
import { newId } from "../ids";
import { deadlocks } from "../testing/booking-laws";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { times } from "../testing/race";
import { type NotedRequest, RequestLog } from "./request-log";
import { writeBatch } from "./write-batch";

let organization: TestOrganization;
let request: NotedRequest;
beforeEach(async () => {
  organization = await newOrganization();
  request = await requestOf(organization);
});

async function requestOf({ organizationId, scope }: TestOrganization): Promise<NotedRequest> {
  const key = await prisma.apiKey.findFirstOrThrow({ where: { organizationId, isTest: false } });
  return {
    organizationId: scope.organizationId,
    isTest: false,
    apiKeyId: key.id,
    method: "POST",
    path: "/v1/bookings",
    status: 201,
    durationMs: 12,
    ipAddress: "203.0.113.7",
    requestId: "req-1",
    nowMs: Date.UTC(2026, 10, 24, 10, 0, 0, 123),
    counted: true,
  };
}

const usage = async ({ organizationId } = organization) =>
  await prisma.usageDay.findMany({
    where: { organizationId },
    orderBy: [{ date: "asc" }, { isTest: "asc" }],
    omit: { organizationId: true },
  });
const logged = async ({ apiKeyId } = request) =>
  await prisma.apiRequest.findMany({ where: { apiKeyId }, orderBy: { id: "asc" } });

const day = (date: string) => new Date(`${date}T00:00:00.000Z`);

test("a request is logged as it was, with the instant at which it arrived", async () => {
  const requests = new RequestLog(writeBatch);
  requests.note(request);
  requests.note({ ...request, status: 429, ipAddress: null });
  await requests.flush();
  const { apiKeyId } = request;
  const [first, second] = await logged();
  expect(first).toEqual({
    id: expect.any(String),
    apiKeyId,
    method: "POST",
    path: "/v1/bookings",
    status: 201,
    durationMs: 12,
    ipAddress: "203.0.113.7",
    requestId: "req-1",
    createdAt: new Date("2026-11-24T10:00:00.123Z"),
  });
  expect(second).toMatchObject({ status: 429, ipAddress: null });
  expect(await usage()).toEqual([
    { isTest: false, date: day("2026-11-24"), apiCalls: 1, rateLimited: 1 },
  ]);
});

test("the last millisecond of a day (UTC) counts for it, the next one for the next", async () => {
  const requests = new RequestLog(writeBatch);
  const midnightMs = Date.UTC(2026, 11, 1);
  requests.note({ ...request, nowMs: midnightMs - 1 });
  requests.note({ ...request, nowMs: midnightMs });
  await requests.flush();
  expect(await usage()).toMatchObject([
    { date: day("2026-11-30"), apiCalls: 1 },
    { date: day("2026-12-01"), apiCalls: 1 },
  ]);
});

test("two processes that count for the same days at once add up exactly, without a deadlock", async () => {
  const others = await Promise.all(times(5, () => newOrganization()));
  const all = [request, ...(await Promise.all(others.map(requestOf)))];
  const processes = times(2, () => new RequestLog(writeBatch));
  const before = await deadlocks();
  for (let round = 0; round < 20; round += 1) {
    for (const [index, requests] of processes.entries()) {
      // In opposite orders, so that whoever locked in the order of noting would deadlock.
      for (const each of index === 0 ? all : all.toReversed()) {
        requests.note({ ...each, isTest: round % 2 === 0 });
        requests.note({ ...each, status: 429 });
      }
    }
    const flush = () => Promise.all(processes.map((requests) => requests.flush()));
    // From the second round on, the two meet at a row in the middle.
    await (round === 0 ? flush() : whileLocked(others[2]?.organizationId ?? "", flush));
  }
  expect(await deadlocks()).toBe(before);
  for (const each of [organization, ...others]) {
    expect(await usage(each)).toMatchObject([
      { isTest: false, apiCalls: 20, rateLimited: 40 },
      { isTest: true, apiCalls: 20, rateLimited: 0 },
    ]);
  }
  expect(await logged()).toHaveLength(80);
});

/** Lets `work` begin while an organization's counts are locked, and go on once both its statements wait. */
async function whileLocked(organizationId: string, work: () => Promise<unknown>): Promise<void> {
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("SELECT FROM usage_days WHERE organization_id = $1 FOR UPDATE", [
    organizationId,
  ]);
  const working = work();
  for (let waiting = 0; waiting < 2;) {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    waiting = rows[0]?.count ?? 0;
  }
  await client.query("COMMIT");
  client.release();
  await working;
}

test("a batch whose answer was lost is not counted twice when it comes again", async () => {
  let lost = 0;
  const requests = new RequestLog(async (batch) => {
    await writeBatch(batch);
    if (lost < 2) {
      lost += 1;
      throw new Error("connection lost after the commit");
    }
  });
  for (const _ of times(10, () => 0)) requests.note(request);
  await expect(requests.flush()).rejects.toThrow("connection lost");
  requests.note(request);
  await expect(requests.flush()).rejects.toThrow("connection lost");
  await requests.flush();
  expect(await usage()).toMatchObject([{ apiCalls: 11 }]);
  expect(await logged()).toHaveLength(11);
});

test("a batch that comes again while its first attempt still runs is counted once", async () => {
  const requests = new RequestLog(async (batch) => {
    await Promise.all(times(4, () => writeBatch(batch)));
  });
  for (const _ of times(500, () => 0)) requests.note(request);
  await requests.flush();
  expect(await usage()).toMatchObject([{ apiCalls: 500 }]);
  expect(await logged()).toHaveLength(500);
});

test("requests with a key that was deleted meanwhile are counted, and keep nothing else from being logged", async () => {
  const requests = new RequestLog(writeBatch);
  requests.note({ ...request, apiKeyId: newId() });
  requests.note(request);
  await requests.flush();
  requests.note({ ...request, apiKeyId: newId() });
  await requests.flush();
  expect(await usage()).toMatchObject([{ apiCalls: 3 }]);
  expect(await logged()).toHaveLength(1);
});

test("an organization that was deleted meanwhile keeps nothing else from being counted", async () => {
  const gone = { ...request, organizationId: (await newOrganization()).scope.organizationId };
  await deleteOrganization(gone.organizationId);
  const requests = new RequestLog(writeBatch);
  requests.note(gone);
  requests.note(request);
  await requests.flush();
  expect(await usage()).toMatchObject([{ apiCalls: 1 }]);
});

/** As an operator might, past the append-only log. */
async function deleteOrganization(id: string): Promise<void> {
  await prisma.$transaction([
    prisma.$executeRaw`SET LOCAL session_replication_role = replica`,
    prisma.$executeRaw`DELETE FROM events WHERE organization_id = ${id}::uuid`,
    prisma.$executeRaw`DELETE FROM api_keys WHERE organization_id = ${id}::uuid`,
    prisma.$executeRaw`DELETE FROM members WHERE organization_id = ${id}::uuid`,
    prisma.$executeRaw`DELETE FROM organizations WHERE id = ${id}::uuid`,
  ]);
}
