import type { z } from "zod";
import { type Db, prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import type { WebhookEndpoint } from "../generated/prisma/client";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { webhookResource } from "./resource";
import type { ListWebhooks, Webhook, WebhookList } from "./schema";

const visible = ({ organizationId, isTest }: Scope) => ({
  organizationId,
  isTest,
  deletedAt: null,
});

/** @throws not_found for an endpoint that is deleted, another organization's or the other mode's */
export async function readEndpoint(scope: Scope, id: string, db: Db): Promise<WebhookEndpoint> {
  const row = await db.webhookEndpoint.findFirst({ where: { ...visible(scope), id } });
  if (row === null) {
    throw notFound("Webhook");
  }
  return row;
}

/** The endpoint's row, which nobody else changes until the transaction ends. @throws not_found */
export async function lockEndpoint(scope: Scope, id: string, tx: Db): Promise<WebhookEndpoint> {
  await tx.$queryRaw`SELECT id FROM webhook_endpoints WHERE id = ${id}::uuid FOR UPDATE`;
  return await readEndpoint(scope, id, tx);
}

/** @throws not_found */
export const getWebhook = async (scope: Scope, id: string): Promise<Webhook> =>
  webhookResource(await readEndpoint(scope, id, prisma), scope.nowMs);

/**
 * The endpoints of the caller's organization and mode, newest first.
 * @throws validation_error for an unknown cursor
 */
export async function listWebhooks(
  scope: Scope,
  input: z.output<typeof ListWebhooks>,
): Promise<z.infer<typeof WebhookList>> {
  const limit = input.limit ?? defaultLimit;
  if (input.starting_after !== undefined) {
    const { organizationId, isTest } = scope;
    const where = { organizationId, isTest, id: input.starting_after };
    if ((await prisma.webhookEndpoint.findFirst({ where })) === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.webhookEndpoint.findMany({
    where: {
      ...visible(scope),
      ...(input.starting_after === undefined ? {} : { id: { lt: input.starting_after } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(
    rows.map((row) => webhookResource(row, scope.nowMs)),
    limit,
  );
}
