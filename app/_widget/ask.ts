import type { BookingInput } from "../(booking)/[org]/[eventType]/form-input";
import { slotRefusal } from "../(booking)/slot-refusal";
import type { Basics } from "../(booking)/words/words";
import { AstrocalError } from "../_sdk/error";
import type { Booking } from "./options";
import type { Session } from "./session";

/** What came of asking for a time: the booking, or why the time is lost. */
type Answer = { booking: Booking } | { lost: string; error: unknown };

export type Asker = {
  /** @throws what else forbids it */
  book: (input: BookingInput) => Promise<Answer>;
  /** @throws what else forbids it */
  move: () => Promise<Answer>;
};

/** Asks for the chosen time. Asked again with the same words, as after a lost answer, it is done once. */
export function askerOf(session: Session): Asker {
  const { client, options, eventType, basics } = session;
  let asked = { words: "", key: "" };

  function keyOf(content: object): { idempotencyKey: string } {
    const words = JSON.stringify(content);
    if (asked.words !== words) {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      asked = { words, key: Array.from(bytes, (byte) => byte.toString(16)).join("-") };
    }
    return { idempotencyKey: asked.key };
  }

  async function settle(field: string, ask: () => Promise<Booking>): Promise<Answer> {
    try {
      const booking = await ask();
      session.booking = booking;
      session.token = booking.cancel_token ?? session.token;
      return { booking };
    } catch (error) {
      const lost = lostBecause(error, field, basics.lost);
      if (lost === null) throw error;
      return { lost, error };
    } finally {
      // Either way, what is free is not what it was.
      session.read.clear();
    }
  }

  const chosen = () => new Date(session.chosen?.startMs ?? 0).toISOString();
  return {
    book: async (input) => {
      const { metadata } = options;
      const content = {
        ...input,
        event_type_id: eventType.id,
        start_time: chosen(),
        duration: session.duration,
        ...(metadata !== undefined && { metadata }),
      };
      return await settle("start_time", () => client.createBooking(content, keyOf(content)));
    },
    move: async () => {
      const { booking, token } = session;
      const content = { id: booking?.id ?? "", token, new_start_time: chosen() };
      return await settle("new_start_time", () =>
        client.rescheduleBooking(content, keyOf(content)),
      );
    },
  };
}

function lostBecause(error: unknown, field: string, words: Basics["lost"]): string | null {
  if (!(error instanceof AstrocalError)) return null;
  const refusal = { code: "conflict", message: "", details: { ...error.details } };
  return slotRefusal(refusal, field, words);
}
