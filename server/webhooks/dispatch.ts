import { log } from "../log";
import { claimDue, type Claim } from "./claim";
import { sendDelivery } from "./send";
import { settleDelivery } from "./settle";

/** Sends at once by one worker; each is a socket that mostly waits. */
const maxAtOnce = 200;
/** Of these to endpoints that fail, which may all hang: the others always have room. */
const maxFailingAtOnce = 100;

type Clock = { nowMs: () => number; random: () => number };
const realClock: Clock = { nowMs: Date.now, random: Math.random };

export type Dispatcher = {
  /** Begins to send what is due, as far as there is room. @returns whether some was taken */
  take: () => Promise<boolean>;
  /** Resolves when nothing is being sent. */
  idle: () => Promise<void>;
};

/**
 * Sends deliveries that are due. What one receiver does delays no other: each send is on its own, and an endpoint has
 * only so many places (claim.ts).
 * @param onSettled called after each: there may be room for more
 */
export function newDispatcher(onSettled: () => void = () => {}, clock = realClock): Dispatcher {
  const sending = new Set<Promise<void>>();
  let failing = 0;
  const send = (claim: Claim) => {
    const weight = claim.failingSince === null ? 0 : 1;
    failing += weight;
    const sent = attempt(claim, clock)
      // Its lease runs out, and it is tried again.
      .catch((error: unknown) => log.error({ err: error, delivery: claim.id }, "delivery failed"))
      .finally(() => {
        sending.delete(sent);
        failing -= weight;
        onSettled();
      });
    sending.add(sent);
  };
  return {
    take: async () => {
      const room = maxAtOnce - sending.size;
      const claims = await claimDue(clock.nowMs(), room, maxFailingAtOnce - failing);
      claims.forEach(send);
      return claims.length > 0;
    },
    idle: async () => {
      while (sending.size > 0) {
        await Promise.all(sending);
      }
    },
  };
}

async function attempt(claim: Claim, clock: Clock): Promise<void> {
  const outcome = await sendDelivery(claim, clock.nowMs());
  await settleDelivery(claim, outcome, { nowMs: clock.nowMs(), random: clock.random() });
}
