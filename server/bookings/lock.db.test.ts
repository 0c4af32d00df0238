import { expect, test } from "vitest";
import { prisma } from "../db";
import {
  addHosts,
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
} from "../testing/factories";
import { inLockOrder, lockedIds, waitingPids, whileLocked } from "../testing/locks";
import { times } from "../testing/race";
import { call, ok } from "../testing/rest";

/** An event type with three hosts, and a booking of it by a fourth, who has left since. */
async function newWorld(fields: Record<string, unknown>) {
  const organization = await newOrganization();
  const type = await newEventType(organization.live, fields);
  const left = await newMember(organization);
  await addHosts(type.id, [left]);
  const { id: bookingId } = await ok("bookings.create", { body: bookingOf(type.id, ahead(3)) });
  await prisma.eventTypeHost.deleteMany({ where: { eventTypeId: type.id } });
  const hosts = await Promise.all(times(3, () => newMember(organization)));
  await addHosts(type.id, hosts);
  return { key: organization.live, typeId: type.id, bookingId, hosts, left };
}
type World = Awaited<ReturnType<typeof newWorld>>;

type Act = (world: World) => ReturnType<typeof call>;
const book: Act = ({ typeId }) => call("bookings.create", { body: bookingOf(typeId, ahead(4)) });
const move: Act = ({ key, bookingId: id }) =>
  call("bookings.reschedule", { key, id, body: { new_start_time: ahead(4) } });
const cancel: Act = ({ key, bookingId: id }) => call("bookings.cancel", { key, id });

const hosts = (world: World) => world.hosts;
const hostsAndType = (world: World) => [...world.hosts, world.typeId];
const hostsAndPresent = (world: World) => [...world.hosts, world.left];

const capped = { booking_cap: 50, booking_cap_period: "total" };
const cases: [string, Record<string, unknown>, Act, (world: World) => string[]][] = [
  ["a booking locks every host", {}, book, hosts],
  ["a booking that a cap counts locks every host and the type", capped, book, hostsAndType],
  ["a booking of seats locks every host and the type", { max_attendees: 5 }, book, hostsAndType],
  ["a move locks every host and the present one", {}, move, hostsAndPresent],
  ["a cancellation locks every host and the present one", {}, cancel, hostsAndPresent],
];

// Who takes them in another order meets others in a deadlock, and who leaves one out looks before others are done.
test.each(cases)("%s, in the order of their keys", async (_, fields, act, locksOf) => {
  const count = locksOf(await newWorld(fields)).length;
  for (const nth of times(count, (index) => index)) {
    const world = await newWorld(fields);
    const order = await inLockOrder(locksOf(world));
    let answer: ReturnType<Act> | undefined;
    await whileLocked(order[nth] ?? "", async (client) => {
      answer = act(world);
      await expect.poll(() => waitingPids(client), { timeout: 10_000 }).toHaveLength(1);
      const [pid = 0] = await waitingPids(client);
      expect(await lockedIds(client, pid, order)).toEqual(order.slice(0, nth));
    });
    expect((await answer)?.status).toBeLessThan(300);
  }
});
