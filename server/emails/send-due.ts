import { log } from "../log";
import { sql } from "../sql";
import { retryDelayMs } from "./retry";
import { type Outgoing, sendEmail } from "./send";

/** Longer than a send may take (send.ts): who has not settled by then was killed, and another sends it. */
const leaseMs = 60_000;
const atOnce = 10;

type Claim = Outgoing & { attempts: number; leasedUntil: Date };

/**
 * Sends mails that are due. Each is claimed before it is sent, so that several workers send different ones; one whose
 * worker was killed over it is sent again, under the same Message-ID.
 * @returns how many were tried
 */
export async function sendDueEmails(nowMs = Date.now()): Promise<number> {
  const claims = await claimDue(nowMs);
  await Promise.all(claims.map(attempt));
  return claims.length;
}

async function claimDue(nowMs: number): Promise<Claim[]> {
  const now = new Date(nowMs);
  const leasedUntil = new Date(nowMs + leaseMs);
  return await sql.$queryRaw<Claim[]>`
    WITH due AS (
      SELECT id FROM emails
      WHERE status = 'queued' AND next_attempt_at <= ${now} AND (leased_until IS NULL OR leased_until <= ${now})
      ORDER BY next_attempt_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
    UPDATE emails SET leased_until = ${leasedUntil}, attempts = attempts + 1
    FROM due WHERE emails.id = due.id
    RETURNING emails.id, recipient, subject, html, text, ics, ics_method AS "icsMethod", attempts,
      leased_until AS "leasedUntil",
      (SELECT o.name FROM organizations o WHERE o.id = emails.organization_id) AS "organizationName"`;
}

async function attempt(claim: Claim): Promise<void> {
  try {
    await sendEmail(claim);
  } catch (error) {
    await settleFailure(claim, error);
    return;
  }
  await sql.$executeRaw`
    UPDATE emails SET status = 'sent', sent_at = ${new Date()}, next_attempt_at = NULL, leased_until = NULL,
      last_error = NULL
    WHERE id = ${claim.id}::uuid`;
}

async function settleFailure({ id, attempts, leasedUntil }: Claim, error: unknown): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  const delayMs = retryDelayMs(error, attempts);
  const next = delayMs === null ? null : new Date(Date.now() + delayMs);
  log.warn({ email: id, attempts, err: error }, "a mail could not be sent");
  await sql.$executeRaw`
    UPDATE emails
    SET status = ${next === null ? "failed" : "queued"}::email_status, next_attempt_at = ${next}, leased_until = NULL,
      last_error = ${words.slice(0, 1_000)}
    WHERE id = ${id}::uuid AND leased_until = ${leasedUntil}`;
}
