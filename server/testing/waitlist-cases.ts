import { newId } from "../ids";
import { ahead, bookingOf, newEventType, type TestOrganization } from "./factories";
import { type CallOptions, ok } from "./rest";
import { waitlistBody } from "./waitlist";

type World = TestOrganization & { type: { id: string } };
type Case = (world: World) => CallOptions | Promise<CallOptions>;
const missing = newId();

const typeOf = async ({ live: key }: World): Promise<string> =>
  (await newEventType(key, { waitlist_enabled: true })).id;
async function entryOf(world: World): Promise<string> {
  const body = waitlistBody(await typeOf(world));
  return (await ok("waitlist.join", { key: world.live, body })).id;
}
async function heldOf(world: World): Promise<string> {
  const { live: key } = world;
  const type = await typeOf(world);
  const booking = await ok("bookings.create", { key, body: bookingOf(type, ahead(30)) });
  const { id } = await ok("waitlist.join", { key, body: waitlistBody(type) });
  await ok("bookings.cancel", { key, id: booking.id, body: {} });
  return id;
}

/** How the operations on the waitlist come to answer each status (rest-statuses.db.test.ts). */
export const waitlistCases = (
  noOrganization: CallOptions,
  wrongKey: CallOptions,
): Record<string, Record<"success" | 400 | 401 | 404 | 409, Case | null>> => ({
  "waitlist.join": {
    success: async (world) => ({ body: waitlistBody(await typeOf(world)) }),
    400: ({ type: { id } }) => ({ body: waitlistBody(id) }),
    401: ({ type: { id } }) => ({ ...wrongKey, body: waitlistBody(id) }),
    404: () => ({ body: waitlistBody(missing) }),
    409: async (world) => {
      const body = waitlistBody(await typeOf(world));
      await ok("waitlist.join", { body });
      return { body };
    },
  },
  "waitlist.list": {
    success: ({ live: key }) => ({ key, query: { status: "waiting" } }),
    400: ({ live: key }) => ({ key, query: { status: "gone" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "waitlist.get": {
    success: async (world) => ({ key: world.live, id: await entryOf(world) }),
    400: ({ live: key }) => ({ key, id: missing, query: { expand: true } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "waitlist.cancel": {
    success: async (world) => ({ key: world.live, id: await entryOf(world), body: {} }),
    400: ({ live: key }) => ({ key, id: missing, body: { force: true } }),
    401: () => ({ id: missing, query: { token: "wrong" }, body: {} }),
    404: ({ live: key }) => ({ key, id: missing, body: {} }),
    409: async (world) => {
      const { live: key } = world;
      const id = await heldOf(world);
      await ok("waitlist.claim", { key, id, body: {} });
      return { key, id, body: {} };
    },
  },
  "waitlist.claim": {
    success: async (world) => ({ key: world.live, id: await heldOf(world), body: {} }),
    400: ({ live: key }) => ({ key, id: missing, body: { force: true } }),
    401: () => ({ id: missing, query: { token: "wrong" }, body: {} }),
    404: ({ live: key }) => ({ key, id: missing, body: {} }),
    409: async (world) => ({ key: world.live, id: await entryOf(world), body: {} }),
  },
});
