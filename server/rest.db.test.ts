import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "./ids";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "./testing/factories";
import { whileBroken } from "./testing/doors";
import { requestWith, rowOf, sideOf } from "./testing/inputs";
import { call, ok, operations, send } from "./testing/rest";
import { env } from "./env";

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

const withKey = () => ({ authorization: `Bearer ${organization.live}` });
/** A path with real ids' form in place of its parameters. */
const someUrl = (path: string) => path.replace("{id}", newId());

describe("every path", () => {
  test.each(operations)("$method $path answers OPTIONS without a key", async ({ path, method }) => {
    const { status, headers, text } = await send({ method: "OPTIONS", url: someUrl(path) });
    expect({ status, text }).toEqual({ status: 204, text: null });
    expect(headers["access-control-allow-methods"]?.split(", ")).toContain(method);
    expect(headers["access-control-allow-headers"]).toContain("Authorization");
    expect(headers["access-control-max-age"]).toBe("86400");
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
  });

  test.each(operations)("$path refuses other methods with 405 and Allow", async ({ path }) => {
    const { status, headers, error } = await send({ method: "TRACE", url: someUrl(path) });
    expect({ status, code: error?.code }).toEqual({ status: 405, code: "method_not_allowed" });
    const here = operations.filter((each) => each.path === path).map((each) => each.method);
    const heads = here.includes("GET") ? ["HEAD"] : [];
    expect(headers["allow"]?.split(", ").toSorted()).toEqual(
      [...here, ...heads, "OPTIONS"].toSorted(),
    );
  });

  const reads = operations.filter(({ method }) => method === "GET");
  test.each(reads)("HEAD $path answers as GET does, without the body", async (operation) => {
    const { input, only } = rowOf(operation.name);
    const side = sideOf(organization, only ?? "live");
    const headers = { authorization: `Bearer ${side.key}` };
    const get = requestWith(operation, await input(side), headers);
    expect((await send(get)).status).toBe(200);
    const { status, text } = await send({ ...get, method: "HEAD" });
    expect({ status, text }).toEqual({ status: 200, text: null });
  });

  test("HEAD is refused where there is no GET", async () => {
    const { status } = await send({ method: "HEAD", url: `/v1/bookings/${newId()}/cancel` });
    expect(status).toBe(405);
  });
});

test.each([
  "/v1",
  "/v1/",
  "/v1/nothing",
  "/v1/bookings/",
  "/v1//bookings",
  "/v1/event-types/x/y",
  "/v1/bookings/..%2fapi-keys/x/y",
  "/v1/__proto__",
  "/v1/constructor",
  "/health/deep",
  "/V1/bookings",
])("%s is no endpoint: 404 in the envelope", async (url) => {
  for (const method of ["GET", "POST", "OPTIONS", "DELETE"]) {
    const { status, error } = await send({ method, url, headers: withKey() });
    expect({ status, code: error?.code }).toEqual({ status: 404, code: "not_found" });
  }
});

describe("the request id", () => {
  test("is the caller's own when that is harmless", async () => {
    const { headers } = await send({
      method: "GET",
      url: "/health",
      headers: { "X-Request-Id": "trace-1.a:b_c" },
    });
    expect(headers["x-request-id"]).toBe("trace-1.a:b_c");
  });

  test.each(["", "a b", "x".repeat(129), "a\nb", "<script>", "ä", "\u0000"])(
    "is made anew in place of %j",
    async (given) => {
      const { headers, error } = await send({
        method: "GET",
        url: "/v1/bookings",
        headers: { "X-Request-Id": given },
      });
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
      expect(error?.request_id).toBe(headers["x-request-id"]);
    },
  );

  test("differs from request to request", async () => {
    const first = await send({ method: "GET", url: "/health" });
    const second = await send({ method: "GET", url: "/health" });
    expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
  });
});

test("an answer is never stored by caches, sniffed, or named as a referrer", async () => {
  const { headers } = await call("bookings.list", { key: organization.live });
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
});

test("the document is served to anyone, at its own path", async () => {
  const { status, json: document } = await send({ method: "GET", url: "/v1/openapi.json" });
  expect({ status, openapi: document }).toMatchObject({
    status: 200,
    openapi: { openapi: "3.1.0" },
  });
  const posted = await send({ method: "POST", url: "/v1/openapi.json" });
  expect({ status: posted.status, allow: posted.headers["allow"] }).toEqual({
    status: 405,
    allow: "GET, HEAD, OPTIONS",
  });
  expect((await send({ method: "HEAD", url: "/v1/openapi.json" })).text).toBeNull();
});

test("health names the version and the database, and stays 200 for who only asks whether it runs", async () => {
  const health = await ok("health");
  expect(health).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    dependencies: { database: "up", rate_limit_store: "embedded" },
    worker: { running: 0, last_seen_at: null, waiting_seconds: expect.any(Number) },
  });
  expect(await ok("health", { query: { ready: true } })).toMatchObject({
    ...health,
    // Grows with every second between the two questions.
    worker: { ...health.worker, waiting_seconds: expect.any(Number) },
  });
});

test("the seed's words answer a missing, a malformed and an unknown key alike", async () => {
  const unknown = `ac_live_k1_${"0".repeat(32)}`;
  const sent = [undefined, "", "Bearer", "Bearer ", "Basic abc", "Bearer a b", `Bearer ${unknown}`];
  for (const authorization of [...sent, organization.live]) {
    const { status, headers, error } = await send({
      method: "GET",
      url: "/v1/api-keys",
      headers: authorization === undefined ? {} : { authorization },
    });
    expect({ status, challenge: headers["www-authenticate"], error }).toEqual({
      status: 401,
      challenge: "Bearer",
      error: {
        code: "unauthorized",
        message: "Missing or invalid Authorization header",
        request_id: headers["x-request-id"],
        doc_url: `${env.PUBLIC_URL}/docs/errors#unauthorized`,
      },
    });
  }
});

test("what goes wrong on our side is said in the envelope, and without its reason", async () => {
  const body = { name: "Not to be" };
  const { status, error } = await whileBroken("events", () =>
    call("apiKeys.create", { key: organization.live, body }),
  );
  expect({ status, error }).toMatchObject({
    status: 500,
    error: { code: "internal_error", message: expect.stringMatching(/quote the request id/) },
  });
});

test("a good key in place of a bad one is what a public endpoint asks for", async () => {
  const type = await newEventType(organization.live);
  const body = bookingOf(type.id, ahead(3));
  expect((await call("bookings.create", { key: "ac_live_k1_x", body })).status).toBe(401);
  expect((await call("bookings.create", { key: organization.live, body })).status).toBe(201);
});
