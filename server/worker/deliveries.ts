import { newDispatcher } from "../webhooks/dispatch";
import { enqueueDeliveries } from "../webhooks/enqueue";
import { repeat } from "./repeat";

/** How soon a delivery is seen that another process wrote (a retry, a sample) or whose time has come. */
const pauseMs = 200;

let wake = () => {};

/** The reaction to an event: its deliveries are written, and begin at once if this process sends any. */
export async function sendWebhooks(eventId: string): Promise<void> {
  if ((await enqueueDeliveries(eventId)) > 0) {
    wake();
  }
}

/** Starts sending deliveries as they come due. @returns stops it, after those that are being sent */
export function startDeliveries(): { stop: () => Promise<void> } {
  // Whoever calls while the loop is at work, not pausing, is not to wait for the pause after it.
  let isCalled = false;
  const call = () => {
    isCalled = true;
    loop.wake();
  };
  const dispatcher = newDispatcher(call);
  const loop = repeat("sending webhooks", pauseMs, async () => {
    isCalled = false;
    const hasTaken = await dispatcher.take();
    return { more: hasTaken || isCalled };
  });
  wake = call;
  return {
    stop: async () => {
      await loop.stop();
      await dispatcher.idle();
    },
  };
}
