import { recordEvent } from "../events/record";
import { newId } from "../ids";
import { astrocal, provenOrganization } from "../scope";
import { type Sql, sql, sqlTransaction } from "../sql";
import type { Claim } from "./claim";
import { giveUpPending } from "./give-up";
import { retryDelayMs } from "./schedule";
import type { Outcome } from "./send";
import { shownUrl } from "./target";

/** Nothing but failures for so long turns an endpoint off (contract §3). */
const patienceMs = 5 * 24 * 3_600_000;
const gone = 410;

type Next = { status: "pending" | "success" | "failed"; nextAttemptAt: Date | null };

/**
 * Writes down what came of an attempt, and what follows: done, another attempt later, or the end; the endpoint is turned
 * off when it said so or has failed for days. All of it in one transaction. Who has lost its lease meanwhile adds its
 * attempt and leaves the delivery to whoever has it now.
 * @param random 0 ≤ random < 1
 */
export async function settleDelivery(
  claim: Claim,
  outcome: Outcome,
  { nowMs, random }: { nowMs: number; random: number },
): Promise<void> {
  const { status, error } = outcome;
  const isSuccess = error === null && status !== null && status >= 200 && status < 300;
  if (isSuccess && claim.failingSince === null) {
    await writeOutcome(sql, claim, outcome, { status: "success", nextAttemptAt: null });
    return;
  }
  await sqlTransaction(async (tx) => {
    const [endpoint] = await tx.$queryRaw<Endpoint[]>`
      SELECT active, failing_since AS "failingSince" FROM webhook_endpoints
      WHERE id = ${claim.endpointId}::uuid FOR UPDATE`;
    if (isSuccess) {
      await writeOutcome(tx, claim, outcome, { status: "success", nextAttemptAt: null });
      await tx.$executeRaw`
        UPDATE webhook_endpoints SET failing_since = NULL WHERE id = ${claim.endpointId}::uuid`;
      return;
    }
    const { active = false, failingSince = null } = endpoint ?? {};
    const since = failingSince ?? new Date(nowMs);
    const reason = offReason(outcome, since, nowMs);
    const delayMs =
      active && reason === null
        ? retryDelayMs(claim.attempts + 1, { retryAfterMs: outcome.retryAfterMs, random })
        : null;
    await writeOutcome(
      tx,
      claim,
      outcome,
      delayMs === null
        ? { status: "failed", nextAttemptAt: null }
        : { status: "pending", nextAttemptAt: new Date(nowMs + delayMs) },
    );
    await tx.$executeRaw`
      UPDATE webhook_endpoints SET failing_since = ${since} WHERE id = ${claim.endpointId}::uuid`;
    if (active && reason !== null) {
      await turnOff(tx, claim, reason, nowMs);
    }
  });
}

type Endpoint = { active: boolean; failingSince: Date | null };
type OffReason = "gone" | "failing";

function offReason({ status }: Outcome, since: Date, nowMs: number): OffReason | null {
  if (status === gone) {
    return "gone";
  }
  return nowMs - since.getTime() >= patienceMs ? "failing" : null;
}

async function writeOutcome(db: Sql, claim: Claim, outcome: Outcome, next: Next): Promise<void> {
  const { status, body, error, durationMs } = outcome;
  const startedAt = new Date(outcome.startedMs);
  await db.$executeRaw`
    WITH attempt AS (
      INSERT INTO webhook_attempts (id, delivery_id, started_at, duration_ms, response_status_code, response_body, error)
      VALUES (${newId()}::uuid, ${claim.id}::uuid, ${startedAt}, ${durationMs}, ${status}, ${body}, ${error}))
    UPDATE webhook_deliveries
    SET status = ${next.status}::delivery_status, next_attempt_at = ${next.nextAttemptAt}, leased_until = NULL,
      attempts = attempts + 1, last_attempt_at = ${startedAt}, response_status_code = ${status},
      response_body = ${body}, duration_ms = ${durationMs}, error = ${error}
    WHERE id = ${claim.id}::uuid AND leased_until = ${claim.leasedUntil}`;
}

const offWords: Record<OffReason, string> = {
  gone: "it answered 410 Gone",
  failing: "it has failed for five days",
};

async function turnOff(tx: Sql, claim: Claim, reason: OffReason, nowMs: number): Promise<void> {
  const { endpointId, organizationId, isTest, url } = claim;
  await tx.$executeRaw`
    UPDATE webhook_endpoints
    SET active = false, disabled_reason = ${reason}, updated_at = ${new Date(nowMs)}
    WHERE id = ${endpointId}::uuid`;
  const words = `The webhook was turned off before this was sent: ${offWords[reason]}`;
  await giveUpPending(tx, { endpointId, reason: words, nowMs });
  const scope = {
    organizationId: provenOrganization(organizationId),
    isTest,
    actor: astrocal,
    nowMs,
    requestId: null,
    ipAddress: null,
  };
  await recordEvent(tx, scope, {
    action: "webhook.disabled",
    resourceType: "webhook",
    resourceId: endpointId,
    summary: `Turned off the webhook to ${shownUrl(url)}: ${offWords[reason]}`,
    changes: { active: { before: true, after: false } },
  });
}
