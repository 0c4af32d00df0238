import type { z } from "zod";
import { transaction } from "../db";
import { recordEvent } from "../events/record";
import { leastIdAt } from "../ids";
import { instant } from "../schema";
import type { Scope } from "../scope";
import { lockEndpoint } from "./read";
import type { ReplayDeliveries, ReplayedDeliveries } from "./schema";
import { shownUrl } from "./target";

/** Ids sort by the making process's clock, `created_at` is the database's: how far apart they may be. */
const clockSkewMs = 60_000;

/**
 * Sends all failed deliveries of an endpoint again that were made since an instant, the oldest first.
 * @throws not_found
 */
export async function replayDeliveries(
  scope: Scope,
  { id, since }: z.output<typeof ReplayDeliveries>,
): Promise<z.infer<typeof ReplayedDeliveries>> {
  const [sinceAt, now] = [new Date(since), new Date(scope.nowMs)];
  return await transaction(async (tx) => {
    const { url } = await lockEndpoint(scope, id, tx);
    const replayed = await tx.$executeRaw`
      UPDATE webhook_deliveries SET status = 'pending', next_attempt_at = ${now}, error = NULL
      WHERE endpoint_id = ${id}::uuid AND id >= ${leastIdAt(since - clockSkewMs)}::uuid
        AND created_at >= ${sinceAt} AND status = 'failed'`;
    await recordEvent(tx, scope, {
      action: "webhook.replayed",
      resourceType: "webhook",
      resourceId: id,
      summary: `Sent ${replayed} failed deliveries since ${instant(sinceAt)} to ${shownUrl(url)} again`,
    });
    return { replayed };
  });
}
