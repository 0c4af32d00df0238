import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cluster } from "../ops/cluster";
import { applyMigrations } from "../ops/migrations";
import { freePort } from "../ops/ports.mjs";
import {
  type ServerEnvironment,
  type ServerProcess,
  startServer,
  startWorker,
} from "../ops/server-process";
import { newReceiver } from "../testing/receiver";
import { startTestCluster } from "../testing/test-cluster";

/** `RESTARTS_BOOKINGS=1000` is the proof; what runs with every test shows the same in a tenth of the time. */
const bookingCount = Number(process.env["RESTARTS_BOOKINGS"] ?? 120);
const workerKills = bookingCount >= 1_000 ? 20 : 5;
const databaseCrashes = bookingCount >= 1_000 ? 3 : 1;
const atOnce = 5;

let cluster: Cluster;
let environment: ServerEnvironment;
const running: ServerProcess[] = [];

beforeAll(async () => {
  cluster = await startTestCluster({ durable: true });
  const port = String(await freePort());
  environment = {
    DATABASE_URL: cluster.url("postgres"),
    AUTH_SECRET: randomBytes(32).toString("hex"),
    ASTROCAL_SERVICE_KEY: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `restarts:${randomBytes(32).toString("base64")}`,
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    WEBHOOK_ALLOW_PRIVATE: "on",
  };
  await applyMigrations(environment.DATABASE_URL);
  Object.assign(process.env, environment, {
    LOG_LEVEL: "silent",
    ASTROCAL_PLANS: '{"scale": {"per_minute": null, "per_day": null, "bookings_per_month": null}}',
  });
});

afterAll(async () => {
  await Promise.all(running.map((each) => each.stop()));
  await cluster.stop();
});

type Wanted = { id: string; key: string; body: Record<string, unknown> };

/** Books, again and again under one Idempotency-Key, until it is certain. @returns the booking's id */
async function insist({ id, key, body }: Wanted): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${environment.PUBLIC_URL}/v1/bookings`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": id,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    if (answer?.status === 201) {
      const { id: bookingId } = await answer.json();
      return bookingId;
    }
    await answer?.text();
    await wait(100);
  }
  throw new Error(`${id} was tried 200 times`);
}

test("workers that are killed and databases that crash lose no event of a booking", async () => {
  // They read the environment as they are loaded, so not before it is set.
  const [factories, { newWebhook }, { prisma }] = await Promise.all([
    import("../testing/factories"),
    import("../testing/webhooks"),
    import("../db"),
  ]);
  running.push(await startServer(environment, { dev: false }));
  const receiver = await newReceiver((response) =>
    setTimeout(() => response.end(), Math.random() * 100),
  );
  const { live: key } = await factories.newOrganization();
  const { id: webhookId } = await newWebhook(key, receiver.url);
  const type = await factories.newEventType(key);
  const firstMs = Date.parse(factories.ahead(5));
  const wanted = Array.from({ length: bookingCount }, (_, index): Wanted => {
    const startTime = new Date(firstMs + index * 30 * 60_000).toISOString();
    return { id: `booking-${index}`, key, body: factories.bookingOf(type.id, startTime) };
  });

  const made: string[] = [];
  const left = wanted.values();
  const clients = Array.from({ length: atOnce }, async () => {
    for (const each of left) made.push(await insist(each));
  });
  const startedMs = Date.now();
  for (let kills = 0; kills < workerKills; kills += 1) {
    const worker = await startWorker(environment, { dev: false }).catch(() => null);
    const due = (bookingCount * (kills + 1)) / (workerKills + 1);
    const endsMs = Date.now() + 20_000;
    while (made.length < due && Date.now() < endsMs) await wait(5);
    await wait(Math.random() * 500);
    worker?.crash();
    await worker?.ended;
    if (kills % Math.ceil(workerKills / databaseCrashes) === 1) await cluster.crash();
  }
  await Promise.all(clients);
  expect(new Set(made).size).toBe(bookingCount);

  const settledMs = Date.now();
  running.push(await startWorker(environment, { dev: false }));
  const delivered = async () =>
    await prisma.webhookDelivery
      .count({ where: { endpointId: webhookId, status: "success" } })
      .catch(() => 0);
  while ((await delivered()) < 2 * bookingCount && Date.now() - settledMs < 300_000)
    await wait(200);

  const jobs = await prisma.$queryRaw<unknown[]>`
    SELECT task_identifier, attempts, last_error, run_at FROM graphile_worker.jobs WHERE task_identifier = 'send_webhooks'`;
  const late = await prisma.webhookDelivery.findMany({
    where: { endpointId: webhookId, status: { not: "success" } },
    select: { status: true, attempts: true, error: true, nextAttemptAt: true, leasedUntil: true },
  });
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  console.info(
    `${workerKills} workers killed and ${databaseCrashes} crashes of the database over ${bookingCount} bookings in ` +
      `${((settledMs - startedMs) / 1_000).toFixed(0)} s, all told ${((Date.now() - settledMs) / 1_000).toFixed(0)} s ` +
      `later: ${ids.length} requests for ${new Set(ids).size} events`,
  );
  // What is still to come says why, so it is looked at first.
  expect({ jobs, late }).toEqual({ jobs: [], late: [] });
  // Each booking is created and confirmed; what came twice came under the same id, with the same bytes.
  expect(new Set(ids).size).toBe(2 * bookingCount);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(2 * bookingCount);
  expect(await prisma.outbox.count()).toBe(0);
}, 900_000);
