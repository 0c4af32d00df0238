import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { problemOf } from "../testing/refusals";
import { ok, refused } from "../testing/rest";

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

const newKey = async (fields: Record<string, unknown> = {}) =>
  (await ok("apiKeys.create", { key: organization.live, body: { name: "Logged", ...fields } })).id;

/** A line in a key's log. @returns its id */
async function log(apiKeyId: string, fields: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const request = { method: "GET", path: "/v1/event-types", status: 200, durationMs: 7 };
  const data = { id, apiKeyId, ipAddress: "203.0.113.7", requestId: `r-${id}`, ...request };
  await prisma.apiRequest.create({ data: { ...data, ...fields } });
  return id;
}

const listed = async (id: string, query: Record<string, string | number> = {}) =>
  (await ok("apiKeys.listRequests", { key: organization.live, id, query })).data;

test("shows what was asked with a key, newest first, and nothing of other keys", async () => {
  const [id, other] = [await newKey(), await newKey()];
  await log(other);
  const createdAt = new Date("2026-11-20T10:00:00.000Z");
  const first = await log(id, { createdAt, method: "POST", path: "/v1/bookings", status: 409 });
  const second = await log(id, { ipAddress: null, durationMs: 0 });
  const rows = await listed(id);
  expect(rows.map((row) => row.id)).toEqual([second, first]);
  expect(rows[1]).toEqual({
    id: first,
    method: "POST",
    path: "/v1/bookings",
    status: 409,
    duration_ms: 7,
    ip_address: "203.0.113.7",
    request_id: `r-${first}`,
    created_at: "2026-11-20T10:00:00.000Z",
  });
  expect(rows[0]).toMatchObject({ ip_address: null, duration_ms: 0 });
});

test("filters by class of status, and pages within it", async () => {
  const id = await newKey();
  const statuses = [200, 400, 204, 404, 429, 500, 499, 201, 503, 599];
  for (const status of statuses) await log(id, { status });
  for (const status of ["4xx", "5xx"]) {
    const expected = statuses.filter((each) => String(each).startsWith(status.charAt(0)));
    const rows = await listed(id, { status });
    expect(rows.map((row) => row.status)).toEqual(expected.toReversed());
  }
  const page = await listed(id, { status: "4xx", limit: 3 });
  const rest = await listed(id, { status: "4xx", starting_after: page.at(-1)?.id ?? "" });
  expect(rest.map((row) => row.status)).toEqual([400]);
});

test.each([
  ["status", "400", '"4xx" or "5xx"'],
  ["status", "2xx", '"4xx" or "5xx"'],
  ["status", "4XX", '"4xx" or "5xx"'],
  ["status", "", '"4xx" or "5xx"'],
  ["limit", "0", "must be at least 1"],
  ["limit", "101", "must be at most 100"],
  ["limit", "ten", "whole number"],
  ["starting_after", "1", "must be a UUID"],
  ["starting_after", newId(), "must be the id of a row of this list"],
  ["method", "GET", "is not a known field"],
])("refuses %s %j", async (field, value, says) => {
  const options = { key: organization.live, id: await newKey(), query: { [field]: value } };
  expect(await problemOf(organization, "apiKeys.listRequests", options, field)).toContain(says);
});

test("a line of another key's log is no cursor of this one", async () => {
  const [id, other] = [await newKey(), await newKey()];
  const line = await log(other);
  const options = { key: organization.live, id, query: { starting_after: line } };
  expect(await refused("apiKeys.listRequests", options)).toMatchObject({ status: 400 });
});

describe("the log", () => {
  test("of a revoked key can still be read", async () => {
    const id = await newKey();
    const line = await log(id);
    await ok("apiKeys.revoke", { key: organization.live, id });
    expect(await listed(id)).toMatchObject([{ id: line }]);
  });

  test("of a test key is there for a live key, of a live key not for a test key", async () => {
    const [live, test] = [await newKey(), await newKey({ mode: "test" })];
    const line = await log(test);
    await log(live);
    expect(await listed(test)).toMatchObject([{ id: line }]);
    const asTest = { key: organization.test };
    expect((await ok("apiKeys.listRequests", { ...asTest, id: test })).data.length).toBe(1);
    const hidden = await refused("apiKeys.listRequests", { ...asTest, id: live });
    expect(hidden).toMatchObject({ status: 404, message: "API key not found" });
  });

  test("of another organization's key is not there", async () => {
    const other = await newOrganization();
    const id = await newKey();
    await log(id);
    const answer = await refused("apiKeys.listRequests", { key: other.live, id });
    expect(answer).toMatchObject({ status: 404, message: "API key not found" });
  });
});
