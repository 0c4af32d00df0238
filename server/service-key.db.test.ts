import { beforeAll, describe, expect, test } from "vitest";
import { env } from "./env";
import { newId } from "./ids";
import { newEventType, newOrganization, type TestOrganization } from "./testing/factories";
import { call, ok, refused } from "./testing/rest";

const [key = ""] = env.ASTROCAL_SERVICE_KEY;
const as = (organizationId: string, headers: Record<string, string> = {}) => ({
  key,
  headers: { "X-Org-Id": organizationId, ...headers },
});

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

describe("the service key", () => {
  test("acts for the organization its header names, live unless said", async () => {
    const { id } = await newEventType(organization.live);
    const live = await ok("eventTypes.list", as(organization.organizationId));
    expect(live.data.map((each) => each.id)).toEqual([id]);
    const test = await ok(
      "eventTypes.list",
      as(organization.organizationId, { "X-Astrocal-Mode": "test" }),
    );
    expect(test.data).toEqual([]);
  });

  test("writes as itself", async () => {
    const made = await ok("apiKeys.create", {
      ...as(organization.organizationId),
      body: { name: "Made by the service" },
    });
    expect(made).toMatchObject({
      mode: "live",
      created_by: { type: "service", id: null, name: "Service key" },
    });
  });

  test("two are good at once, and no third", async () => {
    expect(env.ASTROCAL_SERVICE_KEY).toHaveLength(2);
    for (const each of env.ASTROCAL_SERVICE_KEY) {
      const options = { ...as(organization.organizationId), key: each };
      expect((await call("eventTypes.list", options)).status).toBe(200);
    }
    const wrong = { ...as(organization.organizationId), key: `${key}x` };
    expect((await refused("eventTypes.list", wrong)).status).toBe(401);
  });

  test.each([
    ["missing", {}],
    ["empty", { "X-Org-Id": "" }],
    ["malformed", { "X-Org-Id": "acme" }],
  ])("needs X-Org-Id: %s is refused", async (_, headers) => {
    expect(await refused("eventTypes.list", { key, headers })).toMatchObject({
      status: 400,
      code: "validation_error",
      details: { "X-Org-Id": "must be the UUID of an organization" },
    });
  });

  test("an organization that is not there is not found", async () => {
    expect(await refused("eventTypes.list", as(newId()))).toMatchObject({
      status: 404,
      message: "Organization not found",
    });
  });

  test("another mode than live and test is refused", async () => {
    const options = as(organization.organizationId, { "X-Astrocal-Mode": "prod" });
    expect(await refused("eventTypes.list", options)).toMatchObject({
      status: 400,
      details: { "X-Astrocal-Mode": 'must be "live" or "test"' },
    });
  });

  test("from a browser it is refused, on public operations too", async () => {
    const options = as(organization.organizationId, { Origin: "https://example.com" });
    expect(await refused("eventTypes.list", options)).toMatchObject({ code: "forbidden" });
    const { id } = await newEventType(organization.live);
    expect(await refused("eventTypes.get", { ...options, id })).toMatchObject({ status: 403 });
  });

  test("with an API key its headers are ignored", async () => {
    const other = await newOrganization();
    const { data } = await ok("eventTypes.list", {
      key: other.live,
      headers: { "X-Org-Id": organization.organizationId, "X-Astrocal-Mode": "test" },
    });
    expect(data).toEqual([]);
  });
});
