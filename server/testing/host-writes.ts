import { newId } from "../ids";
import { newMember } from "./factories";
import { ok } from "./rest";
import type { World, Write } from "./writes";

const hostOf = async (world: World): Promise<string> => {
  const body = { member_id: await newMember(world) };
  return (await ok("hosts.add", { key: world.live, id: world.type.id, body })).id;
};
/** What changes whose bookings are (writes.ts). */
export const hostWrites: Write[] = [
  {
    name: "hosts.add",
    ask: async (world) => ({ id: world.type.id, body: { member_id: await newMember(world) } }),
    action: "event_type.host_added",
    resource: "event_type",
    about: async ({ type }) => type.id,
    wrong: ({ type }) => ({ id: type.id, body: { member_id: newId() } }),
  },
  {
    name: "hosts.update",
    ask: async (world) => ({
      id: world.type.id,
      params: { host_id: await hostOf(world) },
      body: { priority: 3 },
    }),
    action: "event_type.host_updated",
    resource: "event_type",
    about: async ({ type }) => type.id,
    wrong: ({ type }) => ({ id: type.id, params: { host_id: newId() }, body: { priority: 3 } }),
  },
  {
    name: "hosts.remove",
    ask: async (world) => ({ id: world.type.id, params: { host_id: await hostOf(world) } }),
    action: "event_type.host_removed",
    resource: "event_type",
    about: async ({ type }) => type.id,
    wrong: ({ type }) => ({ id: type.id, params: { host_id: newId() } }),
  },
  {
    name: "bookings.reassign",
    ask: async (world) => ({ id: world.booking.id, body: { member_id: await newMember(world) } }),
    action: "booking.reassigned",
    resource: "booking",
    wrong: ({ booking }) => ({ id: booking.id, body: { member_id: newId() } }),
  },
];
