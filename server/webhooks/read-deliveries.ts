import type { z } from "zod";
import { type Db, prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import type { WebhookDelivery as DeliveryRow } from "../generated/prisma/client";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { readEndpoint } from "./read";
import { attemptResource, deliveryResource } from "./resource";
import type { DeliveryHistory, DeliveryId, ListDeliveries, WebhookDeliveryList } from "./schema";

/**
 * An endpoint's deliveries, newest first.
 * @throws not_found for the endpoint; validation_error for an unknown cursor
 */
export async function listDeliveries(
  scope: Scope,
  input: z.output<typeof ListDeliveries>,
): Promise<z.infer<typeof WebhookDeliveryList>> {
  const limit = input.limit ?? defaultLimit;
  const { id: endpointId } = await readEndpoint(scope, input.id, prisma);
  if (input.starting_after !== undefined) {
    const where = { endpointId, id: input.starting_after };
    if ((await prisma.webhookDelivery.findFirst({ where })) === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.webhookDelivery.findMany({
    where: {
      endpointId,
      ...(input.status === undefined ? {} : { status: input.status }),
      ...(input.event_type === undefined ? {} : { eventType: input.event_type }),
      ...(input.starting_after === undefined ? {} : { id: { lt: input.starting_after } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(deliveryResource), limit);
}

/** A delivery with all its attempts. @throws not_found */
export async function getDeliveryHistory(
  scope: Scope,
  input: z.output<typeof DeliveryId>,
): Promise<DeliveryHistory> {
  const row = await readDelivery(scope, input, prisma);
  const attempts = await prisma.webhookAttempt.findMany({
    where: { deliveryId: row.id },
    orderBy: { id: "asc" },
  });
  return {
    ...deliveryResource(row),
    error: row.error,
    body: row.body,
    timeline: attempts.map(attemptResource),
  };
}

/** @throws not_found for a delivery that is not the endpoint's, or an endpoint that is not the caller's */
export async function readDelivery(
  scope: Scope,
  { id, delivery_id }: { id: string; delivery_id: string },
  db: Db,
): Promise<DeliveryRow> {
  const row = await db.webhookDelivery.findFirst({
    where: {
      id: delivery_id,
      endpoint: { id, organizationId: scope.organizationId, isTest: scope.isTest, deletedAt: null },
    },
  });
  if (row === null) {
    throw notFound("Webhook delivery");
  }
  return row;
}
