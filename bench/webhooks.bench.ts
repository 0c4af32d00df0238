import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { prisma } from "../server/db";
import { env } from "../server/env";
import { type ServerEnvironment, startWorker } from "../server/ops/server-process";
import { createWebhook } from "../server/webhooks/create";
import { measureBooking } from "./bookings.bench";
import { addTenant, openAlways, type Tenant } from "./data";
import type { HttpRow } from "./http.bench";
import { connectionCount } from "./load";

async function newBookers(url: string | null): Promise<Tenant[]> {
  const bookers = await Promise.all(Array.from({ length: connectionCount }, () => addTenant(5)));
  for (const booker of bookers) {
    await openAlways(booker);
    if (url !== null) {
      await createWebhook(booker.scope, { url, events: ["booking.confirmed"] });
    }
  }
  return bookers;
}

/** Until nothing of what was measured before is still to be done. */
async function untilQuiet(): Promise<void> {
  const waiting = async () =>
    (await prisma.outbox.count()) +
    (await prisma.webhookDelivery.count({ where: { status: "pending" } }));
  while ((await waiting()) > 0) {
    await wait(200);
  }
}

/**
 * Bookings a second beside a worker: of organizations without a webhook, and of such that are told of each, by a
 * receiver that answers at once.
 */
export async function benchWebhooks(base: string, seconds: number): Promise<HttpRow[]> {
  const receiver = createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, "127.0.0.1", resolve);
  });
  const address = receiver.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { DATABASE_URL, AUTH_SECRET, PUBLIC_URL } = env;
  const environment: ServerEnvironment = {
    DATABASE_URL,
    AUTH_SECRET,
    PUBLIC_URL,
    ASTROCAL_SERVICE_KEY: process.env["ASTROCAL_SERVICE_KEY"] ?? "",
    ENCRYPTION_KEYS: process.env["ENCRYPTION_KEYS"] ?? "",
    PORT: "0",
    HOST: "127.0.0.1",
    // The receiver listens on this machine.
    WEBHOOK_ALLOW_PRIVATE: "on",
  };
  const worker = await startWorker(environment, { dev: false });
  try {
    const [silent, told] = [
      await newBookers(null),
      await newBookers(`http://127.0.0.1:${port}/hooks`),
    ];
    await untilQuiet();
    await measureBooking(base, silent, 2);
    await measureBooking(base, told, 2);
    await untilQuiet();
    const without = await measureBooking(base, silent, seconds);
    await untilQuiet();
    const beside = await measureBooking(base, told, seconds);
    const ratio = beside.perSecond / without.perSecond;
    return [
      { name: "POST /v1/bookings beside a worker", ...without },
      {
        name: "the same, a webhook told of each",
        ...beside,
        ratio,
        aim: "≥ 0.9",
        met: ratio >= 0.9,
      },
    ];
  } finally {
    await worker.stop();
    receiver.close();
    receiver.closeAllConnections();
  }
}
