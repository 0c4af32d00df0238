import { expect, test } from "vitest";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { waitingPids, whileLocked } from "../testing/locks";
import { besides, book, times } from "../testing/race";
import { call, ok } from "../testing/rest";

type World = { typeId: string; bookingId: string; key: string };

// The pool has 10 connections, and whoever finds none in 2 seconds is refused with 503.
test.each<[string, (world: World) => ReturnType<typeof book>]>([
  ["books one slot", ({ typeId }) => book(bookingOf(typeId, ahead(3)))],
  [
    "moves one booking",
    ({ bookingId: id, key }) => {
      const body = { new_start_time: ahead(5) };
      return () => call("bookings.reschedule", { key, id, body });
    },
  ],
  [
    "cancels one booking",
    ({ bookingId: id, key }) =>
      () =>
        call("bookings.cancel", { key, id }),
  ],
])(
  "of 30 calls each of which %s, one waits in the database and the rest take nobody's connection",
  async (_, runOf) => {
    const [stormy, calm] = await Promise.all([newOrganization(), newOrganization()]);
    const [type, elsewhere] = [await newEventType(stormy.live), await newEventType(calm.live)];
    const { id } = await ok("bookings.create", { body: bookingOf(type.id, ahead(4)) });
    const run = runOf({ typeId: type.id, bookingId: id, key: stormy.live });
    let answers: ReturnType<typeof run>[] = [];
    await whileLocked(stormy.memberId, async (client) => {
      answers = times(30, run);
      await expect.poll(() => waitingPids(client), { timeout: 10_000 }).not.toEqual([]);
      await ok("bookings.create", { body: bookingOf(elsewhere.id, ahead(3)) });
      expect(await waitingPids(client)).toHaveLength(1);
    });
    expect(besides(await Promise.all(answers), 200, 201, 409)).toEqual([]);
  },
);
