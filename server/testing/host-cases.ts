import { newId } from "../ids";
import { ahead, bookingOf, newEventType, newMember, type TestOrganization } from "./factories";
import { type CallOptions, ok } from "./rest";

type World = TestOrganization & { type: { id: string }; booking: { id: string } };
type Case = (world: World) => CallOptions | Promise<CallOptions>;
const missing = newId();

const bodyOf = async (world: World) => ({ member_id: await newMember(world) });
/** A host, by the event type's id and its own. */
async function hostOf(world: World): Promise<string> {
  const { live: key, type } = world;
  const { id } = await ok("hosts.add", { key, id: type.id, body: await bodyOf(world) });
  return `${type.id}/${id}`;
}

/** A booking and a member who is booked at that time. */
async function taken(world: World): Promise<CallOptions> {
  const { live: key } = world;
  const startTime = ahead(20);
  const memberId = await newMember(world);
  const [one, other] = [await newEventType(key), await newEventType(key)];
  await ok("hosts.add", { key, id: one.id, body: { member_id: memberId } });
  await ok("bookings.create", { key, body: bookingOf(one.id, startTime) });
  const { id } = await ok("bookings.create", { key, body: bookingOf(other.id, startTime) });
  return { key, id, body: { member_id: memberId } };
}

/** How the operations on hosts come to answer each status (rest-statuses.db.test.ts). */
export const hostCases = {
  "hosts.list": {
    success: ({ live: key, type: { id } }) => ({ key, id }),
    400: ({ live: key, type: { id } }) => ({ key, id, query: { limit: 0 } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "hosts.add": {
    success: async (world) => ({ key: world.live, id: world.type.id, body: await bodyOf(world) }),
    400: ({ live: key, type: { id } }) => ({ key, id, body: { member_id: missing } }),
    401: () => ({ id: missing, body: { member_id: missing } }),
    404: ({ live: key, memberId }) => ({ key, id: missing, body: { member_id: memberId } }),
    409: async (world) => {
      const { live: key, type } = world;
      const body = await bodyOf(world);
      await ok("hosts.add", { key, id: type.id, body });
      return { key, id: type.id, body };
    },
  },
  "hosts.update": {
    success: async (world) => ({ key: world.live, id: await hostOf(world), body: { priority: 2 } }),
    400: ({ live: key }) => ({ key, id: `${missing}/${missing}`, body: { priority: -1 } }),
    401: () => ({ id: `${missing}/${missing}`, body: { priority: 2 } }),
    404: ({ live: key, type: { id } }) => ({ key, id: `${id}/${missing}`, body: { priority: 2 } }),
    409: null,
  },
  "hosts.remove": {
    success: async (world) => ({ key: world.live, id: await hostOf(world) }),
    400: ({ live: key }) => ({ key, id: `${missing}/${missing}`, query: { force: true } }),
    401: () => ({ id: `${missing}/${missing}` }),
    404: ({ live: key, type: { id } }) => ({ key, id: `${id}/${missing}` }),
    409: null,
  },
  "bookings.reassign": {
    success: async (world) => ({
      key: world.live,
      id: world.booking.id,
      body: await bodyOf(world),
    }),
    400: ({ live: key, booking: { id } }) => ({ key, id, body: { member_id: missing } }),
    401: ({ booking: { id } }) => ({ id, body: { member_id: missing } }),
    404: ({ live: key, memberId }) => ({ key, id: missing, body: { member_id: memberId } }),
    409: taken,
  },
} as const satisfies Record<string, Record<"success" | 400 | 401 | 404 | 409, Case | null>>;
