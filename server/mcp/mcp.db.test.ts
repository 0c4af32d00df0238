import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { env } from "../env";
import { serveMcp } from "../mcp-node";
import {
  ahead,
  bookingOf,
  dateAhead,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { httpHost } from "../testing/hosts";
import { overHttp } from "../testing/over-http";
import { ok } from "../testing/rest";
import { waitlistBody } from "../testing/waitlist";
import { answerMcp } from "./inbound";
import { agentTools } from "./tools";

const Answer = z.object({
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});
const ToolResult = z.object({
  content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  isError: z.boolean().optional(),
});
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
beforeEach(async () => {
  organization = await newOrganization();
});

type Headers = Record<string, string>;

function post(body: object, headers: Headers = {}): Promise<Response> {
  const host = new URL(env.PUBLIC_URL).host;
  const request = new Request(`${env.PUBLIC_URL}/mcp`, {
    method: "POST",
    headers: {
      host,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, ...body }),
  });
  return answerMcp(request, "192.0.2.7");
}

/** The message of an answer, which comes as JSON or as a stream with one event. */
async function messageOf(response: Response) {
  const text = await response.text();
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  return Answer.parse(JSON.parse(data));
}

const bearer = (key: string): Headers => ({ authorization: `Bearer ${key}` });

async function ask(method: string, params: object, key = organization.live) {
  const response = await post({ method, params }, bearer(key));
  expect(response.status).toBe(200);
  return await messageOf(response);
}

async function use(name: string, input: object, key = organization.live) {
  const { result } = await ask("tools/call", { name, arguments: input }, key);
  const { content, isError = false } = ToolResult.parse(result);
  return { isError, said: z.record(z.string(), z.unknown()).parse(JSON.parse(content[0].text)) };
}

test("an agent is greeted, and told of each tool with its input", async () => {
  const { result } = await ask("initialize", {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "test", version: "1" },
  });
  expect(result).toMatchObject({ serverInfo: { name: "astrocal" } });
  const { tools } = Tools.parse((await ask("tools/list", {})).result);
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
  const type = await newEventType(organization.live);
  const listed = await use("list_event_types", { active: true, limit: 5 });
  expect(JSON.stringify(listed.said)).toContain(type.id);
  const date = dateAhead(4);
  const free = await use("check_availability", {
    event_type_id: type.id,
    start: date,
    end: date,
    timezone: "UTC",
  });
  const Slots = z.object({ slots: z.array(z.object({ start_time: z.string() })) });
  const [first, second] = Slots.parse(free.said).slots.map(({ start_time }) => start_time);
  const booked = await use("create_booking", bookingOf(type.id, first ?? ""));
  expect(booked).toMatchObject({ isError: false, said: { status: "confirmed" } });
  const id = z.string().parse(booked.said["id"]);
  expect(await use("reschedule_booking", { id, new_start_time: second })).toMatchObject({
    isError: false,
    said: { id, start_time: second },
  });
  expect(await use("list_bookings", { status: "confirmed" })).toMatchObject({
    said: { data: [{ id }] },
  });
  expect(await use("cancel_booking", { id, reason: "Ill" })).toMatchObject({
    said: { id, status: "cancelled", cancel_reason: "Ill" },
  });
  const { data } = await ok("activity.list", { key: organization.live });
  expect(data[0]?.actor).toMatchObject({ type: "api_key" });
});

test("an agent waits for a place, and looks how it stands", async () => {
  const type = await newEventType(organization.live, { waitlist_enabled: true });
  const joined = await use("join_waitlist", waitlistBody(type.id));
  const id = z.string().parse(joined.said["id"]);
  expect(await use("check_waitlist", { id })).toMatchObject({
    isError: false,
    said: { id, status: "waiting", position: 1 },
  });
});

describe("a call that cannot be", () => {
  test("is answered in REST's words: wrong input, a slot that is taken, what is another's", async () => {
    const type = await newEventType(organization.live);
    const wrong = await use("create_booking", { event_type_id: type.id });
    expect(wrong).toMatchObject({
      isError: true,
      said: { error: { code: "validation_error", details: { start_time: expect.any(String) } } },
    });
    const body = bookingOf(type.id, ahead(5));
    await ok("bookings.create", { key: organization.live, body });
    expect(await use("create_booking", body)).toMatchObject({
      isError: true,
      said: { error: { code: "conflict" } },
    });
    const other = await newOrganization();
    const foreign = await newEventType(other.live);
    const theirs = await ok("bookings.create", {
      key: other.live,
      body: bookingOf(foreign.id, ahead(5)),
    });
    for (const key of [organization.live, other.test]) {
      expect(await use("cancel_booking", { id: theirs.id }, key)).toMatchObject({
        isError: true,
        said: { error: { code: "not_found" } },
      });
    }
    expect(await use("cancel_booking", { reason: "Ill" })).toMatchObject({
      isError: true,
      said: { error: { code: "validation_error", details: { id: "is required" } } },
    });
    expect(await use("cancel_booking", { id: "../event-types" })).toMatchObject({
      isError: true,
      said: { error: { code: "not_found" } },
    });
  });

  test("is refused for a key without the scope, as in REST", async () => {
    const body = { name: "Reader", scopes: ["event_types:read", "bookings:read"] };
    const { key } = await ok("apiKeys.create", { key: organization.live, body });
    const type = await newEventType(organization.live);
    expect(await use("list_bookings", {}, key)).toMatchObject({ isError: false });
    expect(await use("create_booking", bookingOf(type.id, ahead(5)), key)).toMatchObject({
      isError: true,
      said: { error: { code: "forbidden" } },
    });
  });

  test("names no tool that there is not", async () => {
    const { result, error } = await ask("tools/call", { name: "delete_all", arguments: {} });
    expect(error !== undefined || result?.["isError"] === true).toBe(true);
  });
});

test("over HTTP the door is Node's own, and a message may have 256 KiB", async () => {
  const url = await httpHost((request, response) => void serveMcp(request, response));
  const send = async (body: string) =>
    await fetch(`${url}/mcp`, {
      method: "POST",
      headers: {
        ...bearer(organization.live),
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      },
      body,
    });
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} };
  const listed = await send(JSON.stringify(list));
  expect(listed.status).toBe(200);
  const { tools } = Tools.parse((await messageOf(listed)).result);
  expect(tools).toHaveLength(agentTools.length);
  expect((await send("x".repeat(256 * 1024 + 1))).status).toBe(413);
  expect((await fetch(`${url}/mcp`)).status).toBe(401);
  const traced = await overHttp(Number(new URL(url).port), { method: "TRACE", url: "/mcp" });
  expect(traced).toMatchObject({ status: 405, headers: { allow: "POST" } });
});

describe("the door is shut", () => {
  const list = { method: "tools/list", params: {} };

  test("without a key, and for one that is unknown, revoked or from elsewhere", async () => {
    const { live: key } = organization;
    const revoked = await ok("apiKeys.create", { key, body: { name: "Gone" } });
    await ok("apiKeys.revoke", { key, id: revoked.id });
    for (const headers of [
      {},
      bearer("ac_live_k1_none"),
      bearer(revoked.key),
      { authorization: "Basic x" },
    ]) {
      const response = await post(list, headers);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
    }
    const bound = await ok("apiKeys.create", {
      key,
      body: { name: "Bound", allowed_ips: ["203.0.113.0/24"] },
    });
    expect((await post(list, bearer(bound.key))).status).toBe(403);
  });

  test("for a host name that is not this server's, and for pages of other sites", async () => {
    const key = bearer(organization.live);
    for (const headers of [
      { host: "evil.example" },
      { host: "localhost.evil.example" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ]) {
      expect((await post(list, { ...key, ...headers })).status).toBe(403);
    }
    for (const headers of [
      { host: "127.0.0.1:4000" },
      { host: "LOCALHOST:3000" },
      { origin: env.PUBLIC_URL },
    ]) {
      expect((await post(list, { ...key, ...headers })).status).toBe(200);
    }
  });
});
