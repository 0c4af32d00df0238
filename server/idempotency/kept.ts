import { decrypt, encrypt } from "../encryption";
import { AppError } from "../errors";
import type { Sql } from "../sql";
import type { Claim } from "./claim";

/** How long an answer is kept (contract §1). */
const lifetime = "24 hours";

export type KeptAnswer = { status: number; body: string | null };

/** One text for a claim's key: what is locked, and which row it is. */
export const nameOf = ({ owner, operation, key }: Claim): string =>
  JSON.stringify([owner, operation, key]);

const placeOf = (claim: Claim) => ({
  table: "idempotent_answers",
  row: nameOf(claim),
  column: "body",
});

type Row = { fingerprint: string; status: number; body: string | null };

/**
 * The answer that was kept for this key, null when there is none (any more).
 * @throws idempotency_mismatch when another request was asked with it
 */
export async function readKept(db: Sql, claim: Claim): Promise<KeptAnswer | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT encode(fingerprint, 'hex') AS fingerprint, status, body FROM idempotent_answers
    WHERE owner = ${claim.owner} AND operation = ${claim.operation} AND key = ${claim.key}
      AND created_at > now() - ${lifetime}::interval`;
  if (row === undefined) {
    return null;
  }
  if (row.fingerprint !== claim.fingerprint) {
    throw new AppError(
      "idempotency_mismatch",
      "This Idempotency-Key was used for another request. Use a new key for a new request.",
    );
  }
  return { status: row.status, body: row.body === null ? null : decrypt(row.body, placeOf(claim)) };
}

/**
 * Claims the key until the transaction ends: by an advisory lock, which dies with its connection, so that no claim
 * outlives a crash.
 * @returns false when another request holds it, or was answered already
 */
export async function claimKey(tx: Sql, claim: Claim): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isFree: boolean }[]>`
    WITH claim AS MATERIALIZED (
      SELECT pg_try_advisory_xact_lock(hashtextextended(${nameOf(claim)}, 1)) AS is_held)
    SELECT is_held AND NOT EXISTS (
      SELECT FROM idempotent_answers
      WHERE owner = ${claim.owner} AND operation = ${claim.operation} AND key = ${claim.key}
        AND created_at > now() - ${lifetime}::interval) AS "isFree"
    FROM claim`;
  return row?.isFree ?? false;
}

/**
 * Keeps the first answer to a key, in the transaction of what was done for it or alone. Of two, the table's primary key
 * lets one through: the other had read before the first was committed.
 * @returns false when another request holds the key, or was answered already: then nothing was done
 */
export async function keepAnswer(db: Sql, claim: Claim, answer: KeptAnswer): Promise<boolean> {
  const body = answer.body === null ? null : encrypt(answer.body, placeOf(claim));
  const count = await db.$executeRaw`
    WITH claim AS MATERIALIZED (
      SELECT pg_try_advisory_xact_lock(hashtextextended(${nameOf(claim)}, 1)) AS is_held)
    INSERT INTO idempotent_answers AS known (owner, operation, key, fingerprint, status, body)
    SELECT ${claim.owner}, ${claim.operation}, ${claim.key}, decode(${claim.fingerprint}, 'hex'),
           ${answer.status}::smallint, ${body}
    FROM claim WHERE is_held
    ON CONFLICT (owner, operation, key) DO UPDATE
      SET fingerprint = excluded.fingerprint, status = excluded.status, body = excluded.body,
          created_at = excluded.created_at
      WHERE known.created_at <= now() - ${lifetime}::interval`;
  return count === 1;
}

/** Deletes at most so many of the oldest answers that count no longer. @returns how many */
export const deleteOldAnswers = async (db: Sql, maxRows: number): Promise<number> =>
  await db.$executeRaw`
    DELETE FROM idempotent_answers WHERE (owner, operation, key) IN (
      SELECT owner, operation, key FROM idempotent_answers
      WHERE created_at <= now() - ${lifetime}::interval
      ORDER BY created_at LIMIT ${maxRows} FOR UPDATE SKIP LOCKED)`;
