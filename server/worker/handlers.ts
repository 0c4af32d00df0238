import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { sendWebhooks } from "./deliveries";
import type { Reaction } from "./reactions";

const OfEvent = z.object({ eventId: z.uuid() });

/** Job → the verb that does it. A handler that throws is tried again, with growing pauses (graphile-worker's). */
const ofEvents: Record<Reaction, (eventId: string) => Promise<void>> = {
  send_webhooks: sendWebhooks,
};

export const handlers: TaskList = Object.fromEntries(
  Object.entries(ofEvents).map(([reaction, react]) => [
    reaction,
    async (payload: unknown) => await react(OfEvent.parse(payload).eventId),
  ]),
);
