import { expect, test } from "vitest";
import { prisma } from "../db";
import { newOrganization } from "../testing/factories";
import { ok, refused } from "../testing/rest";
import { makePlaygroundKey } from "./make-playground-key";

const hourMs = 3_600_000;

test("makes a test key that sees the sandbox and ends within the hour", async () => {
  const { scope, organizationId } = await newOrganization({ unseeded: true });
  const { key, expires_at } = await makePlaygroundKey(scope);
  expect(key).toMatch(/^ac_test_/);
  expect(Date.parse(expires_at)).toBe(scope.nowMs + hourMs);
  const { data } = await ok("eventTypes.list", { key });
  expect(data.map(({ slug }) => slug)).toEqual(["test-event"]);

  await prisma.apiKey.updateMany({
    where: { organizationId, name: "API playground" },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  expect((await refused("eventTypes.list", { key })).code).toBe("unauthorized");
});

test("revokes the person's own keys of earlier visits once they have expired, and no others", async () => {
  const { scope, live } = await newOrganization();
  const colleague = { ...scope, actor: { ...scope.actor, id: crypto.randomUUID() } };
  await makePlaygroundKey(scope);
  await makePlaygroundKey(colleague);

  await makePlaygroundKey({ ...scope, nowMs: scope.nowMs + hourMs / 2 });
  await makePlaygroundKey({ ...scope, nowMs: scope.nowMs + hourMs });
  const { data } = await ok("apiKeys.list", { key: live });
  const made = data.filter(({ name }) => name === "API playground");
  // Newest first: at one hour, at half an hour, the colleague's, and the first, which ended when the last was made.
  expect(made.map(({ revoked_at }) => revoked_at !== null)).toEqual([false, false, false, true]);
});
