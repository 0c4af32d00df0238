import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

// Before the environment is read: limits that are soon reached.
vi.hoisted(() => {
  process.env["PUBLIC_RATE_LIMIT"] = "5";
  process.env["ASTROCAL_PLANS"] = '{"launch": {"per_minute": 4}}';
});

import { pool } from "../db";
import { env } from "../env";
import { log } from "../log";
import { serveMcp } from "../mcp-node";
import { bearer, messageOf, post, saidIn, toolCall } from "../testing/agents";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { httpHost } from "../testing/hosts";
import { overHttp } from "../testing/over-http";
import { times } from "../testing/race";
import type { RestResponse } from "../rest";
import { call, ok } from "../testing/rest";
import { flushRequests } from "../usage/note-request";
import { agentTools } from "./tools";

let organization: TestOrganization;
let live: string;
/** Strangers are counted by their address: each test has one of its own. */
let ipAddress: string;
let addresses = 0;
beforeEach(async () => {
  organization = await newOrganization();
  live = organization.live;
  addresses += 1;
  ipAddress = `198.51.100.${addresses}`;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const Line = z.object({
  requestId: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
});

const list = { method: "tools/list", params: {} };
const greeting = {
  method: "initialize",
  params: {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "test", version: "1" },
  },
};

test("over HTTP the door is Node's own, and a message may have 256 KiB", async () => {
  const url = await httpHost((request, response) => void serveMcp(request, response));
  const send = async (body: string) =>
    await fetch(`${url}/mcp`, {
      method: "POST",
      headers: {
        ...bearer(live),
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      },
      body,
    });
  const listed = await send(JSON.stringify({ jsonrpc: "2.0", id: 1, ...list }));
  expect(listed.status).toBe(200);
  const { result } = messageOf(await listed.text());
  expect(result?.["tools"]).toHaveLength(agentTools.length);
  expect((await send("x".repeat(256 * 1024 + 1))).status).toBe(413);
  for (const method of ["GET", "DELETE", "TRACE"]) {
    const refused = await overHttp(Number(new URL(url).port), { method, url: "/mcp" });
    expect(refused).toMatchObject({ status: 405, headers: { allow: "POST" } });
  }
});

describe("the door is shut", () => {
  test("without a key, and for one that is unknown, revoked or from elsewhere", async () => {
    const revoked = await ok("apiKeys.create", { key: live, body: { name: "Gone" } });
    await ok("apiKeys.revoke", { key: live, id: revoked.id });
    for (const headers of [
      {},
      bearer("ac_live_k1_none"),
      bearer(revoked.key),
      { authorization: "Basic x" },
    ]) {
      const response = await post(list, headers);
      expect(response.status).toBe(401);
      expect(response.headers["www-authenticate"]).toBe("Bearer");
    }
    const bound = await ok("apiKeys.create", {
      key: live,
      body: { name: "Bound", allowed_ips: ["203.0.113.0/24"] },
    });
    expect((await post(list, bearer(bound.key))).status).toBe(403);
  });

  test("for a host name that is not this server's, and for pages of other sites", async () => {
    const key = bearer(live);
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

describe("limits", () => {
  beforeEach(() => {
    // In a minute that does not pass.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 24, 12, 30, 20) });
  });

  const remaining = ({ headers }: RestResponse) => headers["x-ratelimit-remaining"];

  test("a message that reaches no operation counts as one call, whatever is wrong with it", async () => {
    const messages: object[] = [
      greeting,
      list,
      { method: "notifications/initialized" },
      { method: "nothing" },
      { method: 1 },
      toolCall("delete_all", {}),
      toolCall("cancel_booking", {}),
      toolCall("list_bookings", { token: "x" }),
      { method: "subscriptions/listen", params: {} },
    ];
    const headers = [{}, { accept: "text/html" }, { "mcp-protocol-version": "x" }];
    for (const message of messages) {
      for (const more of headers) {
        const { live: key } = await newOrganization({ tier: "launch" });
        expect(remaining(await post(message, { ...bearer(key), ...more }))).toBe("3");
        const { headers: told } = await call("eventTypes.list", { key });
        expect(told["x-ratelimit-remaining"]).toBe("2");
      }
    }
  });

  test("are refused beyond with 429, in REST's words", async () => {
    const { live: key } = await newOrganization({ tier: "launch" });
    for (const left of ["3", "2", "1", "0"]) {
      expect(remaining(await post(list, bearer(key)))).toBe(left);
    }
    const { status, headers, body } = await post(list, bearer(key));
    expect(status).toBe(429);
    expect(headers).toMatchObject({ "retry-after": "40", "x-ratelimit-remaining": "0" });
    expect(JSON.parse(body ?? "")).toMatchObject({
      error: {
        code: "rate_limit_exceeded",
        message: "Rate limit exceeded. Your limit is 4 requests/minute (Launch tier).",
        retry_after: 40,
      },
    });
    expect((await call("eventTypes.list", { key })).status).toBe(429);
  });

  test("a tool's call counts once, as its operation does, and its result says when there are no more", async () => {
    const { live: key } = await newOrganization({ tier: "launch" });
    const message = toolCall("list_event_types", {});
    for (const left of ["3", "2", "1", "0"]) {
      const answer = await post(message, bearer(key));
      expect(saidIn(answer)).toMatchObject({ isError: false });
      expect(remaining(answer)).toBe(left);
    }
    const refused = await post(message, bearer(key));
    expect(refused.status).toBe(200);
    expect(saidIn(refused)).toMatchObject({
      isError: true,
      said: { error: { code: "rate_limit_exceeded", retry_after: 40 } },
    });
  });

  test("keys that are none count towards the address, and leave good keys alone", async () => {
    const from = { ipAddress };
    const bad = [{}, bearer("ac_live_k1_none"), { authorization: "Basic x" }, {}, {}];
    for (const headers of bad) {
      expect(await post(list, headers, from)).toMatchObject({ status: 401 });
    }
    const { status, body } = await post(list, {}, from);
    expect(status).toBe(429);
    expect(body).toContain("5 requests/minute without an API key");
    expect(await post(list, bearer(live), from)).toMatchObject({ status: 200 });
  });
});

test("a tool's call looks its key up once", async () => {
  const asked = vi.spyOn(pool, "query");
  await post(toolCall("list_event_types", {}), bearer(live));
  const lookUps = asked.mock.calls.filter(([query]) => JSON.stringify(query).includes("key_hash"));
  expect(lookUps).toHaveLength(1);
});

describe("the log", () => {
  test("has each refusal with the request id that its answer bears", async () => {
    const lines = vi.spyOn(log, "info");
    const bound = { name: "Bound", allowed_ips: ["203.0.113.0/24"] };
    const { key } = await ok("apiKeys.create", { key: live, body: bound });
    const from = { ipAddress };
    const big = { method: "x".repeat(256 * 1024) };
    const refusals = [
      await post(list, {}, from),
      await post(list, bearer(key), from),
      await post(list, { host: "evil.example" }, from),
      await post(list, { origin: "https://evil.example" }, from),
      await post(list, bearer(live), { ...from, method: "GET" }),
      await post(big, bearer(live), from),
    ];
    // The first two were counted.
    for (const _ of times(4, () => null)) refusals.push(await post(list, {}, from));
    const statuses = [401, 403, 403, 403, 405, 413, 401, 401, 401, 429];
    expect(refusals.map(({ status }) => status)).toEqual(statuses);
    for (const [index, { status, headers, body }] of refusals.entries()) {
      const requestId = headers["x-request-id"];
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      const method = index === 4 ? "GET" : "POST";
      const line = { requestId, method, path: "/mcp", status, ms: expect.any(Number) };
      expect(lines).toHaveBeenCalledWith(line, "request");
      expect(JSON.parse(body ?? "")).toMatchObject({ error: { request_id: requestId } });
    }
  });

  test("has what succeeds by the caller's own request id, and the operation that a tool asked", async () => {
    const lines = vi.spyOn(log, "info");
    const traced = (requestId: string) => ({ ...bearer(live), "x-request-id": requestId });
    const listed = await post(list, traced("list-1"));
    const used = await post(toolCall("list_event_types", {}), traced("use-1"));
    const failed = await post(toolCall("check_waitlist", { id: "none" }), traced("use-2"));
    expect([listed, used, failed].map(({ headers }) => headers["x-request-id"])).toEqual([
      "list-1",
      "use-1",
      "use-2",
    ]);
    expect(saidIn(failed).said).toMatchObject({ error: { request_id: "use-2" } });
    const asked = lines.mock.calls.map(([line]) => {
      const { requestId, method, path, status } = Line.parse(line);
      return [requestId, `${method} ${path} ${status}`];
    });
    expect(asked).toEqual([
      ["list-1", "POST /mcp 200"],
      ["use-1", "GET /v1/event-types 200"],
      ["use-1", "POST /mcp 200"],
      ["use-2", "GET /v1/waitlist/none 404"],
      ["use-2", "POST /mcp 200"],
    ]);
  });

  test("of the key has a tool as its operation, and anything else as POST /mcp; usage counts each once", async () => {
    const { id, key } = await ok("apiKeys.create", { key: live, body: { name: "Agent" } });
    const before = await ok("usage.get", { key: live });
    await post(greeting, bearer(key));
    await post(toolCall("list_event_types", {}), bearer(key), { ipAddress });
    await post(toolCall("list_bookings", { token: "x" }), bearer(key));
    await flushRequests();
    const { data } = await ok("apiKeys.listRequests", { key: live, id });
    expect(data.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      "POST /mcp 200",
      "GET /v1/event-types 200",
      "POST /mcp 200",
    ]);
    expect(data[1]).toMatchObject({ ip_address: ipAddress });
    const { usage } = await ok("usage.get", { key: live });
    // The list of the key's requests is one call itself.
    expect(usage.api_calls_today - before.usage.api_calls_today).toBe(4);
  });
});
