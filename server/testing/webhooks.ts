import { prisma } from "../db";
import { type Dispatcher, newDispatcher } from "../webhooks/dispatch";
import { enqueueDeliveries } from "../webhooks/enqueue";
import type { WebhookEvent } from "../webhooks/schema";
import { ok } from "./rest";

/** An endpoint that is told of everything, or of these. */
export const newWebhook = async (
  key: string,
  url: string,
  events: WebhookEvent[] = [
    "booking.created",
    "booking.confirmed",
    "booking.cancelled",
    "booking.rescheduled",
  ],
) => await ok("webhooks.create", { key, body: { url, events } });

/** Writes the deliveries of all that has happened to a resource so far, as the worker would. */
export async function react(resourceId: string): Promise<void> {
  const events = await prisma.event.findMany({ where: { resourceId }, orderBy: { id: "asc" } });
  for (const { id } of events) await enqueueDeliveries(id);
}

/** A worker's dispatcher with a time of the test's own. */
export type TestDispatcher = {
  nowMs: number;
  /** Sends all that is due, and what becomes due by that. @returns how often something was taken */
  run: () => Promise<void>;
  /** Lets time pass, then sends. */
  later: (ms: number) => Promise<void>;
};

export function newTestDispatcher(random = 0.5): TestDispatcher {
  const clock = { nowMs: () => made.nowMs, random: () => random };
  const dispatcher: Dispatcher = newDispatcher(() => {}, clock);
  const made: TestDispatcher = {
    // A little ahead: what is written by now is due by then.
    nowMs: Date.now() + 1_000,
    run: async () => {
      while (await dispatcher.take()) await dispatcher.idle();
    },
    later: async (ms) => {
      made.nowMs += ms;
      await made.run();
    },
  };
  return made;
}
