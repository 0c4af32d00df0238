import { createServer, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  AstrocalConnectionError,
  AstrocalError,
  createClient,
  verifyWebhook,
  WebhookVerificationError,
} from "../../public/sdk/v1/astrocal.js";
import { prisma } from "../db";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { overHttp, serveDoor } from "../testing/over-http";
import { newSecret, signatureHeaders } from "../webhooks/sign";

let port = 0;
beforeAll(async () => {
  port = await serveDoor();
});

const clientOf = (apiKey?: string) =>
  createClient({ baseUrl: `http://127.0.0.1:${port}/`, apiKey });

type Seen = { method: string; key: string | undefined; atMs: number };
type Behaviour = "pass" | "lose the answer" | "hang" | ((response: ServerResponse) => unknown);

/** A way to the real door that behaves badly for the first requests, and notes every one. */
async function badWay(...behaviours: Behaviour[]): Promise<{ baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = "GET", url = "/" } = request;
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      seen.push({ method, key: headers["idempotency-key"], atMs: performance.now() });
      const behaviour = behaviours.shift() ?? "pass";
      const body = await buffer(request);
      if (typeof behaviour === "function") return behaviour(response);
      if (behaviour === "hang") return;
      const answer = await overHttp(port, { method, url, headers, body });
      if (behaviour === "lose the answer") response.destroy();
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const own = typeof address === "object" && address !== null ? address.port : 0;
  return { baseUrl: `http://127.0.0.1:${own}`, seen };
}

const refuse =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end("<html>not ours</html>");

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("every kind of operation reaches the server as it should", () => {
  test("a booking is made, read, moved by its token, cancelled; an event type deleted", async () => {
    const { live } = await newOrganization();
    const astrocal = clientOf(live);
    const type = await astrocal.createEventType({ title: "A", slug: "a", duration_minutes: 30 });
    await astrocal.replaceAvailabilityRules({
      id: type.id,
      timezone: "UTC",
      rules: [1, 2, 3, 4, 5, 6, 0].map((day_of_week) => ({
        day_of_week,
        start_time: "00:00",
        end_time: "24:00",
      })),
    });
    // What an invitee does needs no key.
    const invitee = clientOf();
    const [date = ""] = ahead(3).split("T");
    const { slots } = await invitee.listAvailability({
      event_type_id: type.id,
      start: date,
      end: date,
    });
    const booking = await invitee.createBooking({
      event_type_id: type.id,
      start_time: slots[0]?.start_time ?? "",
      invitee_name: "Ada",
      invitee_email: "ada@example.com",
      invitee_timezone: "Europe/London",
    });
    const token = booking.cancel_token ?? "";
    const new_start_time = slots[4]?.start_time ?? "";
    const moved = await invitee.rescheduleBooking({ id: booking.id, token, new_start_time });
    expect(moved).toMatchObject({ id: booking.id, start_time: new_start_time });
    const cancelled = await invitee.cancelBooking({ id: booking.id, token, reason: "Ill" });
    expect(cancelled).toMatchObject({ status: "cancelled", cancel_reason: "Ill" });
    const again = await astrocal.cancelBooking({ id: booking.id });
    expect(again.status).toBe("cancelled");
    expect(await astrocal.getBooking({ id: booking.id })).toMatchObject({ cancel_reason: "Ill" });
    expect(await astrocal.deleteEventType({ id: type.id })).toBeUndefined();
  });

  test("what the path needs is asked for before anything is sent", async () => {
    const error = await failureOf(clientOf("k").getBooking({ id: "" }));
    expect(error).toMatchObject({ name: "TypeError", message: "getBooking needs id" });
  });
});

test("a list is read to its end, page by page, and no further than it is asked for", async () => {
  const { live } = await newOrganization();
  const made: string[] = [];
  for (let index = 0; index < 5; index += 1) made.unshift((await newEventType(live)).id);
  const way = await badWay();
  const astrocal = createClient({ baseUrl: way.baseUrl, apiKey: live });
  const read: string[] = [];
  for await (const { id } of astrocal.each.listEventTypes({ limit: 2 })) read.push(id);
  expect(read).toEqual(made);
  expect(way.seen).toHaveLength(3);
  for await (const { id } of astrocal.each.listEventTypes({ limit: 2 })) {
    if (id === made[1]) break;
  }
  expect(way.seen).toHaveLength(4);
});

describe("a request that fails for the moment is sent again", () => {
  test("a POST whose answer is lost is done once, under one Idempotency-Key", async () => {
    const { live } = await newOrganization();
    const type = await newEventType(live);
    const way = await badWay("lose the answer", refuse(502), "pass");
    const astrocal = createClient({ baseUrl: way.baseUrl, apiKey: live });
    const booking = await astrocal.createBooking({
      event_type_id: type.id,
      start_time: ahead(3),
      invitee_name: "Ada",
      invitee_email: "ada@example.com",
      invitee_timezone: "UTC",
    });
    expect(way.seen).toHaveLength(3);
    const keys = new Set(way.seen.map(({ key }) => key));
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    const stored = await prisma.booking.findMany({ where: { eventTypeId: type.id } });
    expect(stored.map(({ id }) => id)).toEqual([booking.id]);
  });

  test("the caller's own key is sent, and two calls never share a random one", async () => {
    const { live } = await newOrganization();
    const type = await newEventType(live);
    const way = await badWay();
    const astrocal = createClient({ baseUrl: way.baseUrl, apiKey: live });
    const fields = { ...bookingOf(type.id, ahead(3)), event_type_id: type.id };
    const order = { idempotencyKey: "order-1" };
    const first = await astrocal.createBooking({ ...fields, start_time: ahead(3) }, order);
    const second = await astrocal.createBooking({ ...fields, start_time: ahead(3) }, order);
    expect(second).toEqual(first);
    await failureOf(astrocal.createBooking({ ...fields, start_time: ahead(3) }));
    await failureOf(astrocal.createBooking({ ...fields, start_time: ahead(3) }));
    const keys = way.seen.map(({ key }) => key);
    expect(keys.slice(0, 2)).toEqual(["order-1", "order-1"]);
    expect(new Set(keys).size).toBe(3);
  });

  test("Retry-After is waited for, in seconds or as a date", async () => {
    const { live } = await newOrganization();
    // A date says no milliseconds, so it may be up to a second sooner than it was meant.
    for (const later of [() => "1", () => new Date(Date.now() + 3_000).toUTCString()]) {
      const way = await badWay(refuse(503, { "retry-after": later() }));
      const astrocal = createClient({ baseUrl: way.baseUrl, apiKey: live });
      expect(await astrocal.getMe()).toMatchObject({ type: "api_key" });
      const [first, second] = way.seen;
      expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(990);
    }
  });

  test("a Retry-After that is too long is thrown at once, with what it says", async () => {
    const way = await badWay(refuse(429, { "retry-after": "3600" }));
    const error = await failureOf(createClient({ baseUrl: way.baseUrl }).getMe());
    expect(error).toBeInstanceOf(AstrocalError);
    expect(error).toMatchObject({
      status: 429,
      code: "unexpected_answer",
      retryAfterSeconds: 3600,
    });
    expect(way.seen).toHaveLength(1);
  });

  test("what would be answered alike is not sent again", async () => {
    const { live } = await newOrganization();
    const way = await badWay();
    const astrocal = createClient({ baseUrl: way.baseUrl, apiKey: live });
    const fields = { title: "A", slug: "Not a slug", duration_minutes: 30 };
    const error = await failureOf(astrocal.createEventType(fields));
    expect(error).toBeInstanceOf(AstrocalError);
    expect(error).toMatchObject({ status: 400, code: "validation_error" });
    expect(error).toHaveProperty("details.slug");
    expect(error).toHaveProperty("requestId", expect.stringMatching(/^[0-9a-f-]{36}$/));
    expect(way.seen).toHaveLength(1);
  });

  test("it is given up after maxRetries, with the last failure", async () => {
    const way = await badWay(refuse(500), refuse(500), refuse(503));
    const astrocal = createClient({ baseUrl: way.baseUrl, maxRetries: 1 });
    expect(await failureOf(astrocal.getMe())).toMatchObject({ status: 500 });
    expect(way.seen).toHaveLength(2);
    const closed = createClient({ baseUrl: "http://127.0.0.1:1", maxRetries: 0 });
    expect(await failureOf(closed.getMe())).toBeInstanceOf(AstrocalConnectionError);
  });
});

test("an attempt that hangs ends in time, and a caller who aborts is not made to wait", async () => {
  const { live } = await newOrganization();
  const slow = await badWay("hang", "pass");
  const patient = createClient({ baseUrl: slow.baseUrl, apiKey: live, timeoutMs: 300 });
  expect(await patient.getMe()).toMatchObject({ mode: "live" });
  expect(slow.seen).toHaveLength(2);

  const gone = await badWay(refuse(503, { "retry-after": "30" }), "pass");
  const controller = new AbortController();
  const { signal } = controller;
  const asked = failureOf(createClient({ baseUrl: gone.baseUrl }).getMe({}, { signal }));
  setTimeout(() => controller.abort(new Error("changed my mind")), 200);
  expect(await asked).toMatchObject({ message: "changed my mind" });
  expect(gone.seen).toHaveLength(1);
});

describe("webhooks", () => {
  const body = '{"id":"1","event":"booking.created","data":{"invitee_name":"Zoë ☂"}}';
  const [newer, older, other] = [newSecret(), newSecret(), newSecret()];
  const signed = (agoMs = 0) =>
    signatureHeaders({ id: "1", atMs: Date.now() - agoMs, body }, [newer, older]);
  const headers = signed();

  test("what is authentic is given, typed, by either secret and any kind of headers", async () => {
    for (const secret of [newer, older, [other, newer]]) {
      const event = await verifyWebhook({ body, headers, secret });
      expect(event).toMatchObject({ event: "booking.created" });
    }
    const capital = { ...headers, "Webhook-Id": ["1"] };
    const bytes = new TextEncoder().encode(body);
    for (const each of [new Headers(headers), capital]) {
      expect(await verifyWebhook({ body: bytes, headers: each, secret: newer })).toBeTruthy();
    }
  });

  test.each([
    ["another body", { body: body.replace("Zoë", "Zoe"), headers, secret: newer }],
    ["another secret", { body, headers, secret: other }],
    ["no secret that could be one", { body, headers, secret: ["", "whsec_%"] }],
    ["another id", { body, headers: { ...headers, "webhook-id": "2" }, secret: newer }],
    ["a time of six minutes ago", { body, headers: signed(360_000), secret: newer }],
    ["a time to come", { body, headers: signed(-360_000), secret: newer }],
    ["no time", { body, headers: { ...headers, "webhook-timestamp": "now" }, secret: newer }],
    [
      "no signature",
      { body, headers: { ...headers, "webhook-signature": "v1, v2,x" }, secret: newer },
    ],
    ["no headers", { body, headers: {}, secret: newer }],
  ])("with %s it is refused", async (_, delivery) => {
    expect(await failureOf(verifyWebhook(delivery))).toBeInstanceOf(WebhookVerificationError);
  });
});
