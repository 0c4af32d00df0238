import { EventAction } from "../events/schema";
import { type Sql, sqlTransaction } from "../sql";
import { priorities, type Reaction, reactions } from "./reactions";

/** Events taken at once: enough for a rush, few enough to lose little time when a worker is killed over them. */
const batchSize = 200;

type Row = { id: string; action: string };

/**
 * Takes events out of the outbox and writes a job for each of their reactions, in one transaction: a worker that is
 * killed meanwhile has done neither, and several workers take different events.
 * @returns how many were taken
 */
export async function drainOutbox(): Promise<number> {
  return await sqlTransaction(async (tx) => {
    const events = await tx.$queryRaw<Row[]>`
      WITH due AS (
        SELECT event_id FROM outbox ORDER BY event_id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED),
      taken AS (
        DELETE FROM outbox USING due WHERE outbox.event_id = due.event_id RETURNING due.event_id)
      SELECT e.id, e.action FROM events e JOIN taken ON taken.event_id = e.id ORDER BY e.id`;
    const jobs = events.flatMap(({ id, action }) =>
      reactions[EventAction.parse(action)].map((reaction) => ({ reaction, eventId: id })),
    );
    if (jobs.length > 0) {
      await addJobs(tx, jobs);
    }
    return events.length;
  });
}

async function addJobs(tx: Sql, jobs: { reaction: Reaction; eventId: string }[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW(reaction, json_build_object('eventId', event_id), NULL, NULL, NULL, NULL, priority, NULL)::graphile_worker.job_spec
      FROM unnest(${jobs.map(({ reaction }) => reaction)}::text[], ${jobs.map(({ eventId }) => eventId)}::uuid[],
                  ${jobs.map(({ reaction }) => priorities[reaction])}::integer[]) AS job (reaction, event_id, priority)))`;
}
