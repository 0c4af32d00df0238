import { expect, test } from "vitest";
import { ok } from "../testing/rest";
import { newHeartbeat } from "./heartbeat";

test("health counts the workers that live, and says for how long work has waited", async () => {
  const before = await ok("health");
  expect(before.worker).toMatchObject({ running: 0 });
  const heartbeat = newHeartbeat();
  await heartbeat.beat();
  expect((await ok("health")).worker).toMatchObject({ running: 1 });
  await heartbeat.end();
  expect((await ok("health")).worker).toMatchObject({ running: 0 });
});
