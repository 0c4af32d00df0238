import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { expect, test } from "vitest";
import { prisma } from "../db";
import { env } from "../env";
import { brokenLaws } from "../testing/booking-laws";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { withKey } from "../testing/idempotency";
import { times } from "../testing/race";
import { call, type CallOptions } from "../testing/rest";

const requestCount = 400;
const atOnce = 10;
const maxRetries = 5;

type Outcome = { bookingId: string; tries: number };

/** A client that tries again after 5xx and 409 idempotency_in_progress. @throws when that does not help */
async function insist(options: CallOptions): Promise<Outcome> {
  for (let tries = 1; tries <= 1 + maxRetries; tries += 1) {
    const { status, json, error } = await call("bookings.create", options);
    if (status === 201 && typeof json === "object" && json !== null && "id" in json) {
      return { bookingId: String(json.id), tries };
    }
    if (status < 500 && error?.code !== "idempotency_in_progress") {
      throw new Error(`answered ${status} ${error?.code}`);
    }
    await wait(10 * tries);
  }
  throw new Error("tried too often");
}

/** Ends one of this database's connections that is doing something, whatever it is at. @returns how many */
async function endOne(client: Client): Promise<number> {
  const { rowCount } = await client.query(`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
    ORDER BY random() LIMIT 1`);
  return rowCount ?? 0;
}

test("400 bookings, tried again while their connections are ended, are made once each, and none confirmed is missing", async () => {
  const hosts: { organizationId: string; live: string; typeId: string }[] = [];
  while (hosts.length < 8) {
    const { organizationId, live } = await newOrganization();
    hosts.push({ organizationId, live, typeId: (await newEventType(live)).id });
  }
  const outcomes = new Map<number, Outcome>();
  const failures: unknown[] = [];
  const left = times(requestCount, (index) => index).values();
  const clients = times(atOnce, async () => {
    for (const index of left) {
      const { live: key, typeId } = hosts[index % hosts.length] ?? { live: "", typeId: "" };
      const minutes = Math.floor(index / hosts.length) * 30;
      const startTime = new Date(Date.parse(ahead(5)) + minutes * 60_000).toISOString();
      const body = bookingOf(typeId, startTime, { metadata: { request: String(index) } });
      await insist(withKey(`request-${index}`, { key, body })).then(
        (outcome) => outcomes.set(index, outcome),
        (error: unknown) => failures.push(error),
      );
    }
  });

  const answered = () => outcomes.size + failures.length;
  const killer = new Client({ connectionString: env.DATABASE_URL });
  await killer.connect();
  let ended = 0;
  for (let at = 0; answered() < requestCount;) {
    if (answered() >= at) {
      ended += await endOne(killer);
      at = answered() + 4 + Math.random() * 8;
    }
    await wait(Math.random() * 3);
  }
  await killer.end();
  await Promise.all(clients);

  const all = [...outcomes.values()];
  const retries = all.reduce((sum, { tries }) => sum + tries - 1, 0);
  console.info(`${ended} connections ended, ${retries} retries`);
  expect(failures).toEqual([]);
  expect(ended).toBeGreaterThan(20);
  expect(retries).toBeGreaterThan(0);
  const bookings = await prisma.booking.findMany({ select: { id: true, metadata: true } });
  const made = new Map(bookings.map(({ id, metadata }) => [JSON.stringify(metadata), id]));
  expect(bookings).toHaveLength(requestCount);
  const missing = [...outcomes].filter(
    ([index, { bookingId }]) => made.get(JSON.stringify({ request: String(index) })) !== bookingId,
  );
  expect(missing).toEqual([]);
  expect(await prisma.event.count({ where: { action: "booking.created" } })).toBe(requestCount);
  const laws = await Promise.all(hosts.map(({ organizationId }) => brokenLaws(organizationId)));
  expect(laws.flat()).toEqual([]);
});
