import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { ask, bearer, post, saidIn, toolCall, use } from "../testing/agents";
import {
  ahead,
  bookingOf,
  dateAhead,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { call, ok } from "../testing/rest";
import { waitlistBody } from "../testing/waitlist";
import { agentTools } from "./tools";

const Tools = z.object({
  tools: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      inputSchema: z.object({
        type: z.literal("object"),
        properties: z.record(z.string(), z.unknown()),
        required: z.array(z.string()),
      }),
    }),
  ),
});

let organization: TestOrganization;
let live: string;
beforeEach(async () => {
  organization = await newOrganization();
  live = organization.live;
});

test("an agent is greeted, and told of each tool with its input", async () => {
  const { result } = await ask(live, "initialize", {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "test", version: "1" },
  });
  expect(result).toMatchObject({ serverInfo: { name: "astrocal" } });
  const { tools } = Tools.parse((await ask(live, "tools/list", {})).result);
  expect(tools.map(({ name }) => name)).toEqual(agentTools.map(({ name }) => name));
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  expect(byName.get("create_booking")?.inputSchema.required).toContain("start_time");
  expect(byName.get("reschedule_booking")?.inputSchema.required).toEqual(
    expect.arrayContaining(["id", "new_start_time"]),
  );
  expect(byName.get("cancel_booking")?.inputSchema.properties).not.toHaveProperty("token");
  expect(JSON.stringify(tools)).not.toContain("$ref");
});

test("tools do what REST does: find, book, move, list and cancel", async () => {
  const type = await newEventType(live);
  const listed = await use(live, "list_event_types", { active: true, limit: 5 });
  expect(JSON.stringify(listed.said)).toContain(type.id);
  const date = dateAhead(4);
  const free = await use(live, "check_availability", {
    event_type_id: type.id,
    start: date,
    end: date,
    timezone: "UTC",
  });
  const Slots = z.object({ slots: z.array(z.object({ start_time: z.string() })) });
  const [first, second] = Slots.parse(free.said).slots.map(({ start_time }) => start_time);
  const booked = await use(live, "create_booking", bookingOf(type.id, first ?? ""));
  expect(booked).toMatchObject({ isError: false, said: { status: "confirmed" } });
  const id = z.string().parse(booked.said["id"]);
  expect(await use(live, "reschedule_booking", { id, new_start_time: second })).toMatchObject({
    isError: false,
    said: { id, start_time: second },
  });
  expect(await use(live, "list_bookings", { status: "confirmed" })).toMatchObject({
    said: { data: [{ id }] },
  });
  expect(await use(live, "cancel_booking", { id, reason: "Ill" })).toMatchObject({
    said: { id, status: "cancelled", cancel_reason: "Ill" },
  });
  const { data } = await ok("activity.list", { key: live });
  expect(data[0]?.actor).toMatchObject({ type: "api_key" });
});

test("an agent waits for a place, and looks how it stands", async () => {
  const type = await newEventType(live, { waitlist_enabled: true });
  const joined = await use(live, "join_waitlist", waitlistBody(type.id));
  const id = z.string().parse(joined.said["id"]);
  expect(await use(live, "check_waitlist", { id })).toMatchObject({
    isError: false,
    said: { id, status: "waiting", position: 1 },
  });
});

describe("an idempotency_key", () => {
  const posting = ["create_booking", "cancel_booking", "reschedule_booking", "join_waitlist"];

  test("is an argument of the tools that change something, and of no other", async () => {
    const { tools } = Tools.parse((await ask(live, "tools/list", {})).result);
    const taking = tools.filter(({ inputSchema: { properties } }) => properties["idempotency_key"]);
    expect(taking.map(({ name }) => name).toSorted()).toEqual(posting.toSorted());
    for (const { inputSchema } of taking) {
      expect(inputSchema.required).not.toContain("idempotency_key");
      expect(inputSchema.properties["idempotency_key"]).toMatchObject({
        type: "string",
        description: expect.stringContaining("safe to send the request again"),
      });
    }
  });

  test("lets a tool be used again when its answer was lost: it is done once", async () => {
    const type = await newEventType(live, { waitlist_enabled: true });
    const again = async (name: string, input: object) => {
      const keyed = { ...input, idempotency_key: `key of ${name}` };
      const first = await use(live, name, keyed);
      expect(first.isError).toBe(false);
      expect(await use(live, name, keyed)).toEqual(first);
      return first.said;
    };
    const booked = await again("create_booking", bookingOf(type.id, ahead(5)));
    const id = z.string().parse(booked["id"]);
    await again("reschedule_booking", { id, new_start_time: ahead(6) });
    await again("cancel_booking", { id, reason: "Ill" });
    await again("join_waitlist", waitlistBody(type.id));
    const { data } = await ok("bookings.list", { key: live });
    expect(data.map((each) => each.id)).toEqual([id]);
  });

  test("is REST's own: another request with it is refused, and so is what is no key", async () => {
    const type = await newEventType(live);
    const keyed = (input: object, idempotency_key: unknown) =>
      use(live, "create_booking", { ...input, idempotency_key });
    await keyed(bookingOf(type.id, ahead(5)), "k1");
    expect(await keyed(bookingOf(type.id, ahead(6)), "k1")).toMatchObject({
      isError: true,
      said: { error: { code: "idempotency_mismatch" } },
    });
    const headers = { "Idempotency-Key": "k1" };
    const options = { key: live, body: bookingOf(type.id, ahead(5)), headers };
    expect((await call("bookings.create", options)).headers["idempotent-replayed"]).toBe("true");
    for (const wrong of ["", "x".repeat(256), "ä", 1, null, ["k1"]]) {
      expect(await keyed(bookingOf(type.id, ahead(7)), wrong)).toMatchObject({
        isError: true,
        said: { error: { code: "validation_error" } },
      });
    }
  });

  test("is no header: a client that always sends one is not answered with its first booking", async () => {
    const type = await newEventType(live);
    const headers = { ...bearer(live), "idempotency-key": "always" };
    const book = async (startAt: string) =>
      saidIn(await post(toolCall("create_booking", bookingOf(type.id, startAt)), headers)).said;
    const [first, second] = [await book(ahead(5)), await book(ahead(6))];
    expect(second).toMatchObject({ status: "confirmed", start_time: ahead(6) });
    expect(second["id"]).not.toBe(first["id"]);
  });
});

describe("a call that cannot be", () => {
  test("is answered in REST's words: wrong input, a slot that is taken, what is another's", async () => {
    const type = await newEventType(live);
    const wrong = await use(live, "create_booking", { event_type_id: type.id });
    expect(wrong).toMatchObject({
      isError: true,
      said: { error: { code: "validation_error", details: { start_time: expect.any(String) } } },
    });
    const body = bookingOf(type.id, ahead(5));
    await ok("bookings.create", { key: live, body });
    expect(await use(live, "create_booking", body)).toMatchObject({
      isError: true,
      said: { error: { code: "conflict" } },
    });
    const other = await newOrganization();
    const foreign = await newEventType(other.live);
    const theirs = await ok("bookings.create", {
      key: other.live,
      body: bookingOf(foreign.id, ahead(5)),
    });
    for (const key of [live, other.test]) {
      expect(await use(key, "cancel_booking", { id: theirs.id })).toMatchObject({
        isError: true,
        said: { error: { code: "not_found" } },
      });
    }
    expect(await use(live, "cancel_booking", { reason: "Ill" })).toMatchObject({
      isError: true,
      said: { error: { code: "validation_error", details: { id: "is required" } } },
    });
    expect(await use(live, "cancel_booking", { id: "../event-types" })).toMatchObject({
      isError: true,
      said: { error: { code: "not_found" } },
    });
  });

  test("is refused for a key without the scope, as in REST", async () => {
    const body = { name: "Reader", scopes: ["event_types:read", "bookings:read"] };
    const { key } = await ok("apiKeys.create", { key: live, body });
    const type = await newEventType(live);
    expect(await use(key, "list_bookings", {})).toMatchObject({ isError: false });
    expect(await use(key, "create_booking", bookingOf(type.id, ahead(5)))).toMatchObject({
      isError: true,
      said: { error: { code: "forbidden" } },
    });
  });

  test("takes no argument that its schema has not: an invitee's token opens nothing here", async () => {
    const type = await newEventType(live);
    const body = bookingOf(type.id, ahead(5));
    const { id, cancel_token: token } = await ok("bookings.create", { key: live, body });
    const { tools } = Tools.parse((await ask(live, "tools/list", {})).result);
    for (const { name, inputSchema } of tools) {
      for (const field of ["token", "Idempotency-Key", "constructor", "x"]) {
        expect(inputSchema.properties).not.toHaveProperty(field);
        expect(await use(live, name, { [field]: token })).toMatchObject({
          isError: true,
          said: {
            error: {
              code: "validation_error",
              details: { [field]: "is not a known field" },
            },
          },
        });
      }
    }
    const { key } = await ok("apiKeys.create", {
      key: live,
      body: { name: "Reader", scopes: ["bookings:read"] },
    });
    expect(await use(key, "cancel_booking", { id, token })).toMatchObject({ isError: true });
    expect(await ok("bookings.get", { key: live, id })).toMatchObject({ status: "confirmed" });
  });

  test("names no tool that there is not", async () => {
    const { result, error } = await ask(live, "tools/call", {
      name: "delete_all",
      arguments: {},
    });
    expect(error !== undefined || result?.["isError"] === true).toBe(true);
  });
});
