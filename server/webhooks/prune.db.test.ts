import { expect, test } from "vitest";
import { prisma } from "../db";
import { leastIdAt, newId } from "../ids";
import { pruneAll } from "../prune";
import { newOrganization } from "../testing/factories";
import { newWebhook } from "../testing/webhooks";
import { deleteOldDeliveries } from "./prune";

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 24);

test("deliveries that are over go after 90 days with their attempts, pending ones never", async () => {
  const { live: key } = await newOrganization();
  const { id: endpointId } = await newWebhook(key, "https://example.com/hooks");
  const bound = nowMs - 90 * dayMs;
  const add = async (atMs: number, status: "success" | "failed" | "pending") => {
    const id = leastIdAt(atMs).slice(0, -12) + newId().slice(-12);
    const nextAttemptAt = status === "pending" ? new Date(atMs) : null;
    const rest = { endpointId, eventId: newId(), eventType: "booking.created", body: "{}" };
    await prisma.webhookDelivery.create({ data: { id, status, nextAttemptAt, ...rest } });
    const attempt = { id: newId(), deliveryId: id, startedAt: new Date(atMs), durationMs: 1 };
    await prisma.webhookAttempt.create({ data: attempt });
    return id;
  };
  const gone = [await add(bound - 1, "success"), await add(bound - dayMs, "failed")];
  const kept = [
    await add(bound, "success"),
    await add(nowMs, "failed"),
    await add(bound - dayMs, "pending"),
  ];
  await pruneAll((maxRows) => deleteOldDeliveries(nowMs, maxRows));
  const left = await prisma.webhookDelivery.findMany({ where: { endpointId } });
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set(kept));
  expect(await prisma.webhookAttempt.count({ where: { deliveryId: { in: gone } } })).toBe(0);
});
