import { beforeAll, expect, test } from "vitest";
import { prisma } from "../db";
import { env } from "../env";
import { setTier } from "../organizations/set-tier";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { problemOf } from "../testing/refusals";
import { ok, refused } from "../testing/rest";

let organization: TestOrganization;
let owned: { id: string; name: string; slug: string; timezone: string };
beforeAll(async () => {
  organization = await newOrganization({ timeZone: "Europe/Berlin", tier: "launch" });
  const { id, name, slug, timeZone } = await prisma.organization.findUniqueOrThrow({
    where: { id: organization.organizationId },
  });
  owned = { id, name, slug, timezone: timeZone };
});

const launch = { api_calls_per_minute: 100, api_calls_per_day: 1_000, bookings_per_month: 500 };

test("tells a key whose it is and what it may do", async () => {
  const rights = {
    scopes: ["bookings:write"],
    expires_at: "2031-01-01T00:00:00.000Z",
    allowed_ips: ["203.0.113.0/24"],
  };
  const body = { name: "Limited", ...rights };
  const made = await ok("apiKeys.create", { key: organization.live, body });
  expect(await ok("me.get", { key: made.key })).toEqual({
    type: "api_key",
    organization: { ...owned, tier: "launch" },
    mode: "live",
    is_test: false,
    key: { id: made.id, name: "Limited", key_prefix: made.key_prefix, ...rights },
    scopes: ["bookings:write"],
    limits: launch,
  });
});

test("tells a test key that it is one", async () => {
  const me = await ok("me.get", { key: organization.test });
  expect(me).toMatchObject({ mode: "test", is_test: true, key: { name: "Test" }, scopes: ["*"] });
});

test.each([
  [{}, "live"],
  [{ "X-Astrocal-Mode": "test" }, "test"],
])("tells a service key for whom it acts (%j)", async (header, mode) => {
  const headers = { "X-Org-Id": organization.organizationId, ...header };
  expect(await ok("me.get", { key: env.ASTROCAL_SERVICE_KEY[0] ?? "", headers })).toEqual({
    type: "service",
    organization: { ...owned, tier: "launch" },
    mode,
    is_test: mode === "test",
    key: null,
    scopes: ["*"],
    limits: launch,
  });
});

test("says the limits of a new plan from the next request on", async () => {
  const { live: key, scope } = await newOrganization({ tier: "free" });
  expect((await ok("me.get", { key })).limits.api_calls_per_minute).toBe(60);
  await setTier(scope, "grow");
  expect(await ok("me.get", { key })).toMatchObject({
    organization: { tier: "grow" },
    limits: {
      api_calls_per_minute: 1_000,
      api_calls_per_day: 10_000,
      bookings_per_month: 5_000,
    },
  });
});

test("needs a key, of any scope, and nothing else", async () => {
  expect((await refused("me.get")).status).toBe(401);
  const options = { key: organization.live, query: { id: "x" } };
  expect(await problemOf(organization, "me.get", options, "id")).toBe("is not a known field");
});
