import type { z } from "zod";
import { leastIdAt } from "../ids";
import { instantOrNull } from "../schema";
import type { Scope } from "../scope";
import { sql } from "../sql";
import { listWebhooks } from "./read";
import type { ListWebhooks, WebhookWithHealthList } from "./schema";

const dayMs = 24 * 3_600_000;

type Health = { id: string; arrived: number; missed: number; nextRetryAt: Date | null };

/**
 * The endpoints with how they fare, newest first.
 * @throws validation_error for an unknown cursor
 */
export async function listWebhooksWithHealth(
  scope: Scope,
  input: z.output<typeof ListWebhooks>,
): Promise<z.infer<typeof WebhookWithHealthList>> {
  const { data, has_more } = await listWebhooks(scope, input);
  const since = leastIdAt(scope.nowMs - dayMs);
  const health = await sql.$queryRaw<Health[]>`
    SELECT e.id, day.arrived, day.missed, waiting."nextRetryAt"
    FROM unnest(${data.map(({ id }) => id)}::uuid[]) AS e (id),
      LATERAL (
        SELECT count(*) FILTER (WHERE status = 'success')::int AS arrived,
          count(*) FILTER (WHERE status <> 'success' AND (attempts > 0 OR status = 'failed'))::int AS missed
        FROM webhook_deliveries WHERE endpoint_id = e.id AND id >= ${since}::uuid) AS day,
      LATERAL (
        SELECT min(next_attempt_at) AS "nextRetryAt" FROM webhook_deliveries
        WHERE endpoint_id = e.id AND status = 'pending' AND attempts > 0 AND leased_until IS NULL) AS waiting`;
  const byId = new Map(health.map((each) => [each.id, each]));
  return {
    data: data.map((webhook) => {
      const { arrived = 0, missed = 0, nextRetryAt = null } = byId.get(webhook.id) ?? {};
      const last_day = { arrived, missed };
      return { ...webhook, last_day, next_retry_at: instantOrNull(nextRetryAt) };
    }),
    has_more,
  };
}
