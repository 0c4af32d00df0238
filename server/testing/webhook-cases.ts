import { ahead } from "./factories";
import { type CallOptions, ok } from "./rest";

const hook = { url: "https://example.com/hooks", events: ["booking.created" as const] };
const newHook = async (key: string): Promise<string> =>
  (await ok("webhooks.create", { key, body: hook })).id;
/** A delivery, by its webhook's id and its own. */
async function newDelivery(key: string): Promise<string> {
  const id = await newHook(key);
  return `${id}/${(await ok("webhooks.sendSample", { key, id, body: {} })).id}`;
}

type Case = ((world: { live: string }) => CallOptions | Promise<CallOptions>) | null;

/** How the operations of webhooks come to answer each status (rest-statuses.db.test.ts). */
export const webhookCases = (
  missing: string,
  noOrganization: CallOptions,
): Record<string, Record<"success" | 400 | 401 | 404 | 409, Case>> => ({
  "webhooks.list": {
    success: ({ live: key }) => ({ key }),
    400: ({ live: key }) => ({ key, query: { active: true } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "webhooks.create": {
    success: ({ live: key }) => ({ key, body: hook }),
    400: ({ live: key }) => ({ key, body: { ...hook, events: [] } }),
    401: () => ({ body: hook }),
    404: () => noOrganization,
    409: null,
  },
  "webhooks.get": {
    success: async ({ live: key }) => ({ key, id: await newHook(key) }),
    400: ({ live: key }) => ({ key, id: missing, query: { expand: "secret" } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "webhooks.update": {
    success: async ({ live: key }) => ({ key, id: await newHook(key), body: { active: false } }),
    400: ({ live: key }) => ({ key, id: missing, body: { url: "ftp://example.com" } }),
    401: () => ({ id: missing, body: { active: false } }),
    404: ({ live: key }) => ({ key, id: missing, body: { active: false } }),
    409: null,
  },
  "webhooks.delete": {
    success: async ({ live: key }) => ({ key, id: await newHook(key) }),
    400: ({ live: key }) => ({ key, id: missing, query: { force: true } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "webhooks.rotateSecret": {
    success: async ({ live: key }) => ({ key, id: await newHook(key), body: {} }),
    400: ({ live: key }) => ({ key, id: missing, body: { secret: "mine" } }),
    401: () => ({ id: missing, body: {} }),
    404: ({ live: key }) => ({ key, id: missing, body: {} }),
    409: null,
  },
  "webhooks.sendSample": {
    success: async ({ live: key }) => ({ key, id: await newHook(key), body: {} }),
    400: ({ live: key }) => ({ key, id: missing, body: { event: "booking.lost" } }),
    401: () => ({ id: missing, body: {} }),
    404: ({ live: key }) => ({ key, id: missing, body: {} }),
    409: null,
  },
  "webhooks.listDeliveries": {
    success: async ({ live: key }) => ({
      key,
      id: await newHook(key),
      query: { status: "failed", event_type: "booking.created" },
    }),
    400: ({ live: key }) => ({ key, id: missing, query: { status: "lost" } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "webhooks.retryDelivery": {
    success: async ({ live: key }) => ({ key, id: await newDelivery(key), body: {} }),
    400: ({ live: key }) => ({ key, id: missing, body: { force: true } }),
    401: () => ({ id: missing, body: {} }),
    404: ({ live: key }) => ({ key, id: missing, body: {} }),
    409: null,
  },
  "webhooks.replay": {
    success: async ({ live: key }) => ({
      key,
      id: await newHook(key),
      body: { since: ahead(-1) },
    }),
    400: ({ live: key }) => ({ key, id: missing, body: { since: "yesterday" } }),
    401: () => ({ id: missing, body: { since: ahead(-1) } }),
    404: ({ live: key }) => ({ key, id: missing, body: { since: ahead(-1) } }),
    409: null,
  },
});
