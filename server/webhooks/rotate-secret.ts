import type { z } from "zod";
import { transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { lockEndpoint } from "./read";
import { webhookResource } from "./resource";
import type { WebhookWithSecret } from "./schema";
import { openSecret, sealSecret } from "./secret";
import { newSecret } from "./sign";
import { shownUrl } from "./target";

/** For how long the old secret signs beside the new one (contract §3). */
const overlapMs = 24 * 3_600_000;

/**
 * Gives an endpoint a new signing secret, shown this once; the one before signs too for a day, and one before that no
 * longer.
 * @throws not_found
 */
export async function rotateWebhookSecret(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof WebhookWithSecret>> {
  const secret = newSecret();
  return await transaction(async (tx) => {
    const before = await lockEndpoint(scope, id, tx);
    const previous = openSecret(id, "secret", before.secret);
    const row = await tx.webhookEndpoint.update({
      where: { id },
      data: {
        secret: sealSecret(id, "secret", secret),
        previousSecret: sealSecret(id, "previous_secret", previous),
        previousSecretUntil: new Date(scope.nowMs + overlapMs),
        updatedAt: new Date(scope.nowMs),
      },
    });
    await recordEvent(tx, scope, {
      action: "webhook.secret_rotated",
      resourceType: "webhook",
      resourceId: id,
      summary: `Rotated the signing secret of the webhook to ${shownUrl(row.url)}`,
    });
    return { ...webhookResource(row, scope.nowMs), secret };
  });
}
