import { createServer } from "node:http";
import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";
import { type Account, bootstrap, createEventType, freeSlots } from "./fixtures";

/** Somebody else's server: it takes webhooks in, or fails, and publishes a calendar. */
async function startReceiver() {
  const server = createServer((request, response) => {
    if (request.url === "/ada.ics") {
      response.writeHead(200, { "content-type": "text/calendar" });
      response.end("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//e2e//EN\r\nEND:VCALENDAR\r\n");
      return;
    }
    const status = request.url === "/failing" ? 503 : 200;
    response.writeHead(status).end(`answered ${status}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const Made = z.object({ id: z.string(), cancel_token: z.string().nullish() }).loose();
const List = z.object({ data: z.array(z.object({ id: z.string() }).loose()) });
const Invited = z.object({ url: z.string() });

/** An organization with something of everything, and the addresses of all that. */
export type World = {
  account: Account;
  /** Whose organization has nothing yet. */
  newcomer: Account;
  bookingPage: string;
  groupPage: string;
  manage: string;
  cancelled: string;
  waiting: string;
  invitation: string;
  eventType: string;
  booking: string;
  webhook: string;
  delivery: string;
  apiKey: string;
  memberHours: string;
  close: () => void;
};

const questions = [
  { id: "topic", label: "What is it about?", type: "textarea", required: true },
  { id: "size", label: "How large is your team?", type: "select", required: false },
  { id: "terms", label: "I have read the house rules", type: "checkbox", required: true },
].map((each) => (each.type === "select" ? { ...each, options: ["Just me", "2 to 10"] } : each));

/** Makes all that over REST, as an integrator would. */
export async function makeWorld(request: APIRequestContext): Promise<World> {
  const receiver = await startReceiver();
  const [account, newcomer] = [await bootstrap("Ada's Engines"), await bootstrap("Newcomers")];
  const headers = { authorization: `Bearer ${account.live_key}` };
  const send = async (method: "get" | "patch" | "post", path: string, data?: unknown) => {
    const response = await request[method](path, { headers, data });
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
    return z.unknown().parse(await response.json());
  };
  const post = async (path: string, data: unknown) => Made.parse(await send("post", path, data));
  const first = async (path: string) => List.parse(await send("get", path)).data[0]?.id ?? "";

  const type = await createEventType(request, account.live_key, {
    title: "Intro call",
    slug: "intro-call",
  });
  await send("patch", `/v1/event-types/${type.id}`, {
    description: "Half an hour to see whether we can be of use to you.\nBring what you have.",
    duration_options: [15, 30, 60],
    conferencing_provider: "google_meet",
    reminder_intervals: [1_440, 60],
    questions,
  });
  const group = await createEventType(request, account.live_key, {
    title: "Masterclass on analytical engines, cards, and the weaving of algebraical patterns",
    slug: "masterclass",
  });
  await send("patch", `/v1/event-types/${group.id}`, { max_attendees: 6, waitlist_enabled: true });
  const retired = { title: "Retired offer", slug: "retired", duration_minutes: 45, active: false };
  await post("/v1/event-types", retired);

  const events = ["booking.created", "booking.cancelled", "booking.rescheduled"];
  const webhook = await post("/v1/webhooks", { url: `${receiver.origin}/hooks`, events });
  const failing = { url: `${receiver.origin}/failing`, events, description: "The old CRM" };
  await post("/v1/webhooks", failing);
  await post("/v1/calendars/ics", { url: `${receiver.origin}/ada.ics` });

  const starts = await freeSlots(request, type.id);
  const book = async (name: string, place: number, event_type_id = type.id) =>
    await post("/v1/bookings", {
      event_type_id,
      start_time: starts[place],
      invitee_name: name,
      invitee_email: `${name.split(" ")[0]?.toLowerCase()}@example.com`,
      invitee_timezone: "Europe/London",
      notes: "I shall bring the cards.",
      ...(event_type_id === type.id && { answers: { topic: "Bernoulli numbers", terms: true } }),
    });
  const booking = await book("Charles Babbage", 0);
  await book("Mary Somerville of the Royal Astronomical Society", 2);
  const cancelled = await book("Luigi Menabrea", 4);
  await post(`/v1/bookings/${cancelled.id}/cancel`, { reason: "The engine is not finished" });
  await book("Sophia De Morgan", 20, group.id);
  const waits = {
    event_type_id: group.id,
    invitee_name: "Emmy Noether",
    invitee_email: "emmy@example.com",
    invitee_timezone: "Europe/Berlin",
  };
  const waiting = await post("/v1/waitlist", waits);

  const grace = await send("post", "/v1/members/invitations", {
    email: `grace-${Date.now()}@example.com`,
    role: "admin",
  });
  const joined = await request.post("/api/trpc/members.acceptInvitation", {
    data: {
      token: new URL(Invited.parse(grace).url).pathname.split("/").at(-1),
      name: "Grace Hopper",
      password: "a compiler of her own",
    },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  const invited = await send("post", "/v1/members/invitations", {
    email: `a-very-long-name-of-somebody-${Date.now()}@subdomain.example.com`,
    role: "member",
  });

  const deliveries = `/v1/webhooks/${webhook.id}/deliveries`;
  await expect.poll(async () => await first(deliveries)).not.toBe("");
  const link = ({ id, cancel_token: token }: z.infer<typeof Made>) => `${id}?token=${token ?? ""}`;
  return {
    account,
    newcomer,
    bookingPage: new URL(type.booking_url).pathname,
    groupPage: new URL(group.booking_url).pathname,
    manage: `/manage/${link(booking)}`,
    cancelled: `/manage/${link(cancelled)}`,
    waiting: `/waitlist/${link(waiting)}`,
    invitation: new URL(Invited.parse(invited).url).pathname,
    eventType: `/event-types/${type.id}`,
    booking: `/bookings/${booking.id}`,
    webhook: `/webhooks/${webhook.id}`,
    delivery: `/webhooks/${webhook.id}/deliveries/${await first(deliveries)}`,
    apiKey: `/settings/api-keys/${await first("/v1/api-keys")}`,
    memberHours: `/settings/team/${account.member_id}/hours`,
    close: receiver.close,
  };
}
