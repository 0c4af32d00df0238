import { sql, sqlTransaction } from "../sql";

/** Deliveries to one endpoint at once, over all workers: enough for a receiver that takes a while, no flood for it. */
export const perEndpoint = 8;
/** To one that fails: a receiver that hangs holds one place, not eight. */
const perFailingEndpoint = 1;

/**
 * For how long a claimed delivery is the claimer's: the deadline of a send (send.ts) and time to write down what came of
 * it. Then another worker takes it over.
 */
export const leaseMs = 15_000;

/** A delivery that this worker, and no other, is to send now. */
export type Claim = {
  id: string;
  eventId: string;
  body: string;
  attempts: number;
  /** Until when it is ours; also the proof that it still is. */
  leasedUntil: Date;
  endpointId: string;
  organizationId: string;
  isTest: boolean;
  url: string;
  secret: string;
  previousSecret: string | null;
  previousSecretUntil: Date | null;
  failingSince: Date | null;
};

/**
 * Takes deliveries that are due, fairly: each endpoint's first before any endpoint's second, and of an endpoint no more
 * than it may have at once. A lease that ran out is due again.
 * @param limit how many at most
 * @param failingLimit how many of them at most to endpoints that fail
 */
export async function claimDue(
  nowMs: number,
  limit: number,
  failingLimit = limit,
): Promise<Claim[]> {
  const now = new Date(nowMs);
  const due = await sql.$queryRaw<unknown[]>`
    SELECT 1 FROM webhook_deliveries WHERE status = 'pending' AND next_attempt_at <= ${now} LIMIT 1`;
  if (due.length === 0 || limit <= 0) {
    return [];
  }
  const leasedUntil = new Date(nowMs + leaseMs);
  return await sqlTransaction(async (tx) => {
    // Claims are made one after the other, so that two workers do not both find an endpoint's places free.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('webhook claims', 0))::text`;
    // A row that is being sent has its lease's end as its next attempt, so it is found beside the waiting ones without
    // looking through an endpoint's whole backlog. Endpoints are found by leaping over the index, not by reading it.
    return await tx.$queryRaw<Claim[]>`
      WITH RECURSIVE waiting AS (
        (SELECT endpoint_id, next_attempt_at FROM webhook_deliveries WHERE status = 'pending'
         ORDER BY endpoint_id, next_attempt_at LIMIT 1)
        UNION ALL
        SELECT following.endpoint_id, following.next_attempt_at FROM waiting, LATERAL (
          SELECT endpoint_id, next_attempt_at FROM webhook_deliveries
          WHERE status = 'pending' AND endpoint_id > waiting.endpoint_id
          ORDER BY endpoint_id, next_attempt_at LIMIT 1) AS following),
      open AS (
        SELECT e.*, CASE WHEN e.failing_since IS NULL THEN ${perEndpoint}::int ELSE ${perFailingEndpoint}::int END
          - (SELECT count(*) FROM webhook_deliveries d
             WHERE d.endpoint_id = e.id AND d.status = 'pending' AND d.leased_until > ${now}
               AND d.next_attempt_at > ${now} AND d.next_attempt_at <= ${leasedUntil}) AS places
        FROM waiting JOIN webhook_endpoints e ON e.id = waiting.endpoint_id
        WHERE waiting.next_attempt_at <= ${now}),
      turns AS (
        SELECT first.id, first.next_attempt_at, open.failing_since IS NOT NULL AS fails,
          row_number() OVER (PARTITION BY open.id ORDER BY first.next_attempt_at, first.id) AS turn
        FROM open, LATERAL (
          SELECT id, next_attempt_at FROM webhook_deliveries
          WHERE endpoint_id = open.id AND status = 'pending' AND next_attempt_at <= ${now}
          ORDER BY next_attempt_at, id LIMIT GREATEST(open.places, 0)) AS first),
      chosen AS (
        SELECT id FROM (
          SELECT *, row_number() OVER (PARTITION BY fails ORDER BY turn, next_attempt_at) AS place FROM turns) AS placed
        WHERE NOT fails OR place <= ${failingLimit}
        ORDER BY turn, next_attempt_at LIMIT ${limit}),
      held AS (
        SELECT id FROM webhook_deliveries
        WHERE id IN (SELECT id FROM chosen) AND status = 'pending' AND next_attempt_at <= ${now}
        FOR UPDATE SKIP LOCKED)
      UPDATE webhook_deliveries d SET leased_until = ${leasedUntil}, next_attempt_at = ${leasedUntil}
      FROM held, open e
      WHERE d.id = held.id AND e.id = d.endpoint_id
      RETURNING d.id, d.event_id AS "eventId", d.body, d.attempts, d.leased_until AS "leasedUntil",
        e.id AS "endpointId", e.organization_id AS "organizationId", e.is_test AS "isTest", e.url, e.secret,
        e.previous_secret AS "previousSecret", e.previous_secret_until AS "previousSecretUntil",
        e.failing_since AS "failingSince"`;
  });
}
