import { ahead, bookingOf, newEventType } from "./factories";
import { newId } from "../ids";
import { ok } from "./rest";
import { waitlistBody } from "./waitlist";
import type { World, Write } from "./writes";

const waitedType = async ({ live: key }: World): Promise<string> =>
  (await newEventType(key, { waitlist_enabled: true })).id;
const entryOf = async (world: World): Promise<string> => {
  const body = waitlistBody(await waitedType(world));
  return (await ok("waitlist.join", { key: world.live, body })).id;
};
async function heldEntryOf(world: World): Promise<string> {
  const { live: key } = world;
  const type = await waitedType(world);
  const booking = await ok("bookings.create", { key, body: bookingOf(type, ahead(9)) });
  const { id } = await ok("waitlist.join", { key, body: waitlistBody(type) });
  await ok("bookings.cancel", { key, id: booking.id, body: {} });
  return id;
}

/** What changes who waits (writes.ts). */
export const waitlistWrites: Write[] = [
  {
    name: "waitlist.join",
    ask: async (world) => ({ body: waitlistBody(await waitedType(world)) }),
    action: "waitlist.joined",
    resource: "waitlist_entry",
    wrong: ({ type }) => ({ body: waitlistBody(type.id) }),
  },
  {
    name: "waitlist.cancel",
    ask: async (world) => ({ id: await entryOf(world), body: {} }),
    action: "waitlist.cancelled",
    resource: "waitlist_entry",
    wrong: () => ({ id: newId(), body: {} }),
  },
  {
    name: "waitlist.claim",
    ask: async (world) => ({ id: await heldEntryOf(world), body: {} }),
    about: async ({ organizationId }) => {
      const { prisma } = await import("../db");
      const where = { organizationId, bookingId: { not: null } };
      return (await prisma.waitlistEntry.findFirstOrThrow({ where })).bookingId ?? "";
    },
    action: "booking.created",
    resource: "booking",
    wrong: () => ({ id: newId(), body: {} }),
  },
];
