import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCluster } from "../testing/test-cluster";
import type { Cluster } from "./cluster";
import { applyMigrations } from "./migrations";
import { freePort } from "./ports.mjs";
import { type ServerEnvironment, type ServerProcess, startServer } from "./server-process";

const requestCount = 500;
const hostCount = 10;
const atOnce = 10;
/** How often a client tries again after an answer that tells it to, or none. */
const maxRetries = 5;
/** The server is killed no more after this long, but so often at least, however slow the machine. */
const killsForMs = 45_000;
const fewestKills = 3;

let cluster: Cluster;
let environment: ServerEnvironment;
let server: ServerProcess | undefined;

beforeAll(async () => {
  cluster = await startTestCluster();
  const port = String(await freePort());
  environment = {
    DATABASE_URL: cluster.url("postgres"),
    AUTH_SECRET: randomBytes(32).toString("hex"),
    ASTROCAL_SERVICE_KEY: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `crash:${randomBytes(32).toString("base64")}`,
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  await applyMigrations(environment.DATABASE_URL);
  Object.assign(process.env, environment, { LOG_LEVEL: "error" });
});

afterAll(async () => {
  await server?.stop();
  await cluster.stop();
});

/** What a client wants done once, whatever happens on the way. */
type Wanted = { id: string; key: string; body: Record<string, unknown> };

/** What a client was told in the end, after how many tries. */
type Outcome = { bookingId: string; tries: number; wasReplayed: boolean };

/** One try. @returns null when no answer came */
async function post({ id, key, body }: Wanted): Promise<Response | null> {
  const headers = {
    authorization: `Bearer ${key}`,
    "content-type": "application/json",
    "idempotency-key": id,
  };
  const url = `${environment.PUBLIC_URL}/v1/bookings`;
  const sent = { method: "POST", headers, body: JSON.stringify(body) };
  try {
    const answer = await fetch(url, { ...sent, signal: AbortSignal.timeout(10_000) });
    // The body may yet break off.
    return new Response(await answer.text(), answer);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED") {
      // Nothing was sent: the server is being started.
      await wait(20);
      return await post({ id, key, body });
    }
    return null;
  }
}

/** @throws for an answer that a client would not try again after, and when all tries are used up */
async function insist(wanted: Wanted): Promise<Outcome> {
  for (let tries = 1; tries <= 1 + maxRetries; tries += 1) {
    const answer = await post(wanted);
    if (answer?.status === 201) {
      const { id: bookingId } = await answer.json();
      return { bookingId, tries, wasReplayed: answer.headers.has("idempotent-replayed") };
    }
    if (answer !== null && answer.status < 500 && !(await isInProgress(answer))) {
      throw new Error(`${wanted.id} was answered ${answer.status}`);
    }
    await wait(20 * tries);
  }
  throw new Error(`${wanted.id} was tried ${1 + maxRetries} times`);
}

async function isInProgress(answer: Response): Promise<boolean> {
  const { error } = await answer.json();
  return answer.status === 409 && error.code === "idempotency_in_progress";
}

async function wantedBookings(): Promise<{ wanted: Wanted[]; organizationIds: string[] }> {
  // Reads the environment as it is loaded, so not before it is set.
  const factories = await import("../testing/factories");
  const hosts: { organizationId: string; key: string; typeId: string }[] = [];
  while (hosts.length < hostCount) {
    const { organizationId, live: key } = await factories.newOrganization();
    hosts.push({ organizationId, key, typeId: (await factories.newEventType(key)).id });
  }
  const firstMs = Date.parse(factories.ahead(5));
  const wanted = Array.from({ length: requestCount }, (_, index) => {
    const { key = "", typeId = "" } = hosts[index % hostCount] ?? {};
    const startMs = firstMs + Math.floor(index / hostCount) * 30 * 60_000;
    const metadata = { request: `request-${index}` };
    const body = factories.bookingOf(typeId, new Date(startMs).toISOString(), { metadata });
    return { id: metadata.request, key, body };
  });
  return { wanted, organizationIds: hosts.map(({ organizationId }) => organizationId) };
}

/** Starts the server, and kills it at random moments while requests are answered. @returns the kills */
async function killWhile(isDone: () => boolean, answered: () => number): Promise<number> {
  const endsMs = Date.now() + killsForMs;
  for (let kills = 0; ; kills += 1) {
    server = await startServer(environment, { dev: false });
    // Counted in answers, so that a slow machine gets on, too; and in milliseconds, so that it falls anywhere.
    const enough = answered() + 15 + Math.random() * 40;
    while (!isDone() && answered() < enough) {
      await wait(2);
    }
    if (isDone() || (kills >= fewestKills && Date.now() > endsMs)) {
      return kills;
    }
    await wait(Math.random() * 20);
    server.crash();
    await server.ended;
  }
}

test("500 bookings, tried again while the server is killed, are made once each, and none that was confirmed is missing", async () => {
  const { wanted, organizationIds } = await wantedBookings();
  const outcomes = new Map<string, Outcome>();
  const failures: unknown[] = [];
  const left = wanted.values();
  const clients = Array.from({ length: atOnce }, async () => {
    for (const each of left) {
      await insist(each).then(
        (outcome) => outcomes.set(each.id, outcome),
        (error: unknown) => failures.push(error),
      );
    }
  });
  const answered = () => outcomes.size + failures.length;
  const kills = await killWhile(() => answered() === requestCount, answered);
  await Promise.all(clients);

  const all = [...outcomes.values()];
  const retries = all.reduce((sum, { tries }) => sum + tries - 1, 0);
  const committedUnheard = all.filter(({ wasReplayed }) => wasReplayed).length;
  const most = Math.max(...all.map(({ tries }) => tries));
  console.info(
    `${kills} kills, ${retries} retries (at most ${most} tries), ${committedUnheard} answers lost after the commit`,
  );
  expect(failures).toEqual([]);
  expect(kills).toBeGreaterThanOrEqual(fewestKills);

  const [{ prisma }, { brokenLaws }] = await Promise.all([
    import("../db"),
    import("../testing/booking-laws"),
  ]);
  const bookings = await prisma.booking.findMany({ select: { id: true, metadata: true } });
  const made = new Map(bookings.map(({ id, metadata }) => [JSON.stringify(metadata), id] as const));
  expect(bookings).toHaveLength(requestCount);
  const missing = [...outcomes].filter(
    ([request, { bookingId }]) => made.get(JSON.stringify({ request })) !== bookingId,
  );
  expect(missing).toEqual([]);
  expect(await prisma.event.count({ where: { action: "booking.created" } })).toBe(requestCount);
  expect(await prisma.idempotentAnswer.count()).toBe(requestCount);
  expect((await Promise.all(organizationIds.map(brokenLaws))).flat()).toEqual([]);
}, 150_000);
