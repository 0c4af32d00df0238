import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { overHttp } from "../testing/over-http";
import { times } from "../testing/race";
import { problemOf, unprintable, type Wrong, wrongInstants } from "../testing/refusals";
import { call, hold, ok, refused, requestOf } from "../testing/rest";
import { startDoor } from "../testing/start-door";
import { newWebhook } from "../testing/webhooks";

let organization: TestOrganization;
let id: string;
beforeAll(async () => {
  organization = await newOrganization();
  ({ id } = await newWebhook(organization.live, "https://example.com/hooks"));
});

const base = { url: "https://example.com/hooks", events: ["booking.created"] };

const wrong: Wrong = [
  ["url", "", "must not be empty"],
  ["url", "example.com/hooks", "web address"],
  ["url", "ftp://example.com", "must begin with https://"],
  ["url", "https://user:password@example.com", "user name or password"],
  ["url", "https://example.com/#here", "fragment"],
  ["url", `https://example.com/${"x".repeat(2_048)}`, "must have at most 2048 characters"],
  ["url", "https://example.com/a\nb", "single line"],
  ["url", 1, "must be of type string"],
  ["url", null, "must be of type string"],
  ["events", [], "must name at least one event"],
  ["events", ["booking.created", "booking.created"], "must not repeat an event"],
  ["events", ["booking.lost"], '"booking.created" or', "events.0"],
  ["events", ["*"], '"booking.created" or', "events.0"],
  ["events", "booking.created", "must be of type array"],
  ["events", null, "must be of type array"],
  ["active", "yes", "must be of type boolean"],
  ["active", null, "must be of type boolean"],
  ["description", "x".repeat(501), "must have at most 500 characters"],
  ["description", 5, "must be of type string"],
  ...unprintable.map(([, text]): Wrong[number] => ["description", text, "control characters"]),
  ["secret", "whsec_mine", "is not a known field"],
  ["organization_id", "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d", "is not a known field"],
  ["is_test", true, "is not a known field"],
  ["disabled_reason", "gone", "is not a known field"],
];

describe("a webhook is refused, made or changed, with", () => {
  test.each(wrong)("%s %j", async (field, value, says, at = field) => {
    const { live: key } = organization;
    const said = [
      await problemOf(
        organization,
        "webhooks.create",
        { key, body: { ...base, [field]: value } },
        at,
      ),
      await problemOf(organization, "webhooks.update", { key, id, body: { [field]: value } }, at),
    ];
    for (const problem of said) expect(problem).toMatch(says);
  });
});

test.each([...wrongInstants("since"), ["since", undefined, "is required"] as const])(
  "a replay is refused with %s %j",
  async (field, value, says) => {
    const options = { key: organization.live, id, body: { [field]: value } };
    expect(await problemOf(organization, "webhooks.replay", options, field)).toMatch(says);
  },
);

test("a webhook needs an address and events; the rest has defaults", async () => {
  const { live: key, organizationId } = organization;
  const { details } = await refused("webhooks.create", { key, body: {} });
  expect(details).toEqual({ url: "is required", events: "is required" });
  const { secret, ...made } = await ok("webhooks.create", { key, body: base });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(made).toEqual({
    ...base,
    id: expect.any(String),
    organization_id: organizationId,
    active: true,
    description: null,
    is_test: false,
    disabled_reason: null,
    previous_secret_expires_at: null,
    created_at: expect.any(String),
    updated_at: expect.any(String),
  });
  expect(await ok("webhooks.get", { key, id: made.id })).toEqual(made);
});

test("a secret is stored encrypted, and no answer but the first two shows one", async () => {
  const { live: key } = await newOrganization();
  const made = await ok("webhooks.create", { key, body: base });
  const rotated = await ok("webhooks.rotateSecret", { key, id: made.id, body: {} });
  const row = await prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: made.id } });
  const stored = [row.secret, row.previousSecret];
  for (const sealed of stored) expect(sealed).toMatch(/^v1\.tests\./);
  const answers = [
    await call("webhooks.get", { key, id: made.id }),
    await call("webhooks.list", { key }),
    await call("webhooks.update", { key, id: made.id, body: { active: true } }),
    await call("webhooks.sendSample", { key, id: made.id, body: {} }),
    await call("webhooks.listDeliveries", { key, id: made.id }),
  ];
  const events = await prisma.event.findMany({ where: { resourceId: made.id } });
  const seen = JSON.stringify([answers.map(({ text }) => text), events, stored]);
  for (const secret of [made.secret, rotated.secret]) {
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain(secret.slice("whsec_".length));
  }
});

test("the log of what happened names a receiver's host, and not its path, which may be a secret", async () => {
  const { live: key } = await newOrganization();
  const url = "https://hooks.example.com/services/T0/B0/verysecret?token=alsosecret";
  const made = await ok("webhooks.create", { key, body: { ...base, url } });
  await ok("webhooks.update", { key, id: made.id, body: { url: `${url}2` } });
  const events = await prisma.event.findMany({ where: { resourceId: made.id } });
  expect(events.map(({ action }) => action)).toEqual(["webhook.created", "webhook.updated"]);
  const log = JSON.stringify(events);
  expect(log).toContain("hooks.example.com");
  expect(log).not.toContain("secret");
});

test("a mode has a hundred webhooks at most, however many ask at once", async () => {
  const { live: key, test: testKey, organizationId } = await newOrganization();
  const { secret } = await prisma.webhookEndpoint.findUniqueOrThrow({ where: { id } });
  await prisma.webhookEndpoint.createMany({
    data: times(97, (index) => ({
      id: crypto.randomUUID(),
      organizationId,
      isTest: false,
      url: `https://example.com/${index}`,
      events: ["booking.created"],
      secret,
    })),
  });
  const answers = await Promise.all(times(8, () => call("webhooks.create", { key, body: base })));
  const made = answers.filter(({ status }) => status === 201);
  const full = answers.filter(({ error }) => error?.code === "bad_request");
  expect([made.length, full.length]).toEqual([3, 5]);
  expect((await call("webhooks.create", { key: testKey, body: base })).status).toBe(201);
  const [{ id: first } = { id: "" }] = (await ok("webhooks.list", { key })).data;
  await call("webhooks.delete", { key, id: first });
  expect((await call("webhooks.create", { key, body: base })).status).toBe(201);
});

test("where private addresses are not allowed, none is made or changed to", async () => {
  const { live: key } = await newOrganization();
  const door = await startDoor({ WEBHOOK_ALLOW_PRIVATE: "off" });
  const ask = async (name: "webhooks.create" | "webhooks.update", options: object) => {
    const request = requestOf(name, { key, ...options });
    return hold(request, await overHttp(door.port, request));
  };
  const made = await ask("webhooks.create", { body: { ...base, url: "https://8.8.8.8/hooks" } });
  expect(made.status).toBe(201);
  const cases: [url: string, problem: string][] = [
    ["http://example.com/hooks", "must begin with https://"],
    ["https://example.com:8443/hooks", "must use port 443"],
    ["https://127.0.0.1/hooks", "must lead to a public address"],
    ["https://[::ffff:169.254.169.254]/hooks", "must lead to a public address"],
    ["https://2130706433/hooks", "must lead to a public address"],
  ];
  const { data } = await ok("webhooks.list", { key });
  for (const [url, problem] of cases) {
    const creating = await ask("webhooks.create", { body: { ...base, url } });
    const changing = await ask("webhooks.update", { id: data[0]?.id ?? "", body: { url } });
    for (const { status, error } of [creating, changing]) {
      expect({ status, url: error?.details?.["url"] }).toEqual({ status: 400, url: problem });
    }
  }
  door.stop();
  expect((await ok("webhooks.list", { key })).data).toEqual(data);
});
