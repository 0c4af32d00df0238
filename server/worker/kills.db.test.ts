import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { prisma } from "../db";
import { type ServerEnvironment, startWorker } from "../ops/server-process";
import { hasRadicale } from "../ops/calendar-servers";
import { startRadicale } from "../testing/calendars/dav-server";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { newReceiver } from "../testing/receiver";
import { ok } from "../testing/rest";
import { newWebhook } from "../testing/webhooks";

const bookingCount = 150;
const killCount = 20;
const workersAtOnce = 3;

const setting = (name: string) => process.env[name] ?? "";
const environment: ServerEnvironment = {
  DATABASE_URL: setting("DATABASE_URL"),
  AUTH_SECRET: setting("AUTH_SECRET"),
  ASTROCAL_SERVICE_KEY: setting("ASTROCAL_SERVICE_KEY"),
  ENCRYPTION_KEYS: setting("ENCRYPTION_KEYS"),
  PORT: "0",
  HOST: "127.0.0.1",
  PUBLIC_URL: "http://localhost:3000",
};

/** A worker after the other, each killed at a random moment, until there were enough. */
async function killWorkers(kills: { count: number }): Promise<void> {
  while (kills.count < killCount) {
    const worker = await startWorker(environment, { dev: false });
    await wait(Math.random() * 2_000);
    worker.crash();
    await worker.ended;
    kills.count += 1;
  }
}

/**
 * Lets the time pass that what killed workers held is theirs for, once none is alive. While they were killed it ran out by
 * itself, and restarts.launcher.test.ts waits for it at the end, too; here that would be a minute of nothing.
 */
async function endLeases(): Promise<void> {
  await prisma.$executeRaw`UPDATE webhook_deliveries SET leased_until = now() WHERE leased_until > now()`;
  await prisma.$executeRaw`UPDATE calendar_leases SET leased_until = now() WHERE leased_until > now()`;
  await prisma.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute' WHERE locked_at IS NOT NULL`;
}

test("bookings made while workers are killed are all told of, repetitions under the same id", async () => {
  const { live: key } = await newOrganization();
  // Slow enough that kills fall into sends, too.
  const receiver = await newReceiver((response) =>
    setTimeout(() => response.end("ok"), Math.random() * 400),
  );
  const { id } = await newWebhook(key, receiver.url);
  const type = await newEventType(key);
  const startedMs = Date.now();

  const kills = { count: 0 };
  const killing = Promise.all(Array.from({ length: workersAtOnce }, () => killWorkers(kills)));
  const firstMs = Date.parse(ahead(3));
  for (let made = 0; made < bookingCount; made += 1) {
    const startTime = new Date(firstMs + made * 30 * 60_000).toISOString();
    await ok("bookings.create", { key, body: bookingOf(type.id, startTime) });
    // Spread over the kills, however fast the machine is.
    while (kills.count < killCount && made / bookingCount > kills.count / killCount) await wait(20);
  }
  await killing;

  const settledMs = Date.now();
  await endLeases();
  const last = await startWorker(environment, { dev: false });
  const isDone = async () =>
    (await prisma.webhookDelivery.count({ where: { endpointId: id, status: "success" } })) ===
    2 * bookingCount;
  while (!(await isDone()) && Date.now() - settledMs < 90_000) await wait(100);
  await last.stop();

  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  const bodies = new Set(receiver.received.map(({ body }) => body));
  console.info(
    `${kills.count} kills over ${bookingCount} bookings in ${((settledMs - startedMs) / 1_000).toFixed(0)} s, ` +
      `all told ${((Date.now() - settledMs) / 1_000).toFixed(0)} s after the last: ` +
      `${ids.length} requests for ${new Set(ids).size} events`,
  );
  expect(new Set(ids).size).toBe(2 * bookingCount);
  // A repetition is the same to the byte.
  expect(bodies.size).toBe(2 * bookingCount);
  expect(await isDone()).toBe(true);
  expect(await prisma.outbox.count()).toBe(0);
  expect(kills.count).toBeGreaterThanOrEqual(killCount);
}, 240_000);

test.skipIf(!hasRadicale())(
  "bookings made while workers are killed stand in their host's calendar once each",
  async () => {
    const server = await startRadicale();
    onTestFinished(server.close);
    const { live: key } = await newOrganization();
    const { url: server_url, username, password } = server;
    await ok("calendars.connectCaldav", { key, body: { server_url, username, password } });
    const type = await newEventType(key);
    const expected: string[] = [];
    const book = async (day: number) => {
      const { id } = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(day)) });
      expected.push(`${server.calendarUrl}${id}.ics`);
    };
    for (let killed = 0; killed < 4; killed += 1) {
      const worker = await startWorker(environment, { dev: false });
      for (let day = 3; day < 7; day += 1) await book(day + killed * 4);
      await wait(Math.random() * 300);
      worker.crash();
      await worker.ended;
    }
    await endLeases();
    const last = await startWorker(environment, { dev: false });
    const written = async () => (await server.list()).toSorted();
    await expect.poll(written, { timeout: 100_000, interval: 500 }).toEqual(expected.toSorted());
    await last.stop();
  },
);
