import { afterAll, beforeAll, expect, test } from "vitest";
import { newOrganization } from "../testing/factories";
import { overHttp } from "../testing/over-http";
import { times } from "../testing/race";
import { ok, requestOf } from "../testing/rest";
import { startDoor } from "../testing/start-door";

let doors: Awaited<ReturnType<typeof startDoor>>[];
beforeAll(async () => {
  const env = { TRUSTED_PROXIES: "127.0.0.1" };
  doors = await Promise.all([startDoor(env), startDoor(env)]);
});
afterAll(() => {
  for (const { stop } of doors) stop();
});

/** The statuses of so many requests at once with a key, shared out among the processes, each from another address. */
async function statuses(key: string, count: number): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  await Promise.all(
    times(count, async (index) => {
      const { port = 0 } = doors[index % doors.length] ?? {};
      const ipAddress = `10.0.0.${index}`;
      const request = { ...requestOf("eventTypes.list", { key }), ipAddress };
      const { status } = await overHttp(port, request);
      counts[status] = (counts[status] ?? 0) + 1;
    }),
  );
  return counts;
}

test("of 1,000 requests to two processes after a key was revoked in one, none succeeds", async () => {
  const { live } = await newOrganization();
  for (let round = 0; round < 10; round += 1) {
    const { id, key } = await ok("apiKeys.create", { key: live, body: { name: "Leaked" } });
    expect(await statuses(key, 20)).toEqual({ 200: 20 });
    const revoke = requestOf("apiKeys.revoke", { key: live, id });
    expect((await overHttp(doors[round % 2]?.port ?? 0, revoke)).status).toBe(204);
    expect(await statuses(key, 100)).toEqual({ 401: 100 });
  }
});

test("of 200 requests to two processes after a key was rotated without grace, none succeeds", async () => {
  const { live } = await newOrganization();
  const { id, key } = await ok("apiKeys.create", { key: live, body: { name: "Leaked" } });
  expect(await statuses(key, 20)).toEqual({ 200: 20 });
  const body = { grace_minutes: 0 };
  const rotate = requestOf("apiKeys.rotate", { key: live, id, body });
  expect((await overHttp(doors[0]?.port ?? 0, rotate)).status).toBe(201);
  expect(await statuses(key, 200)).toEqual({ 401: 200 });
});
