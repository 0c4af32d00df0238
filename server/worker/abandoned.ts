import { sql } from "../sql";

/** Longer than any reaction takes: each asks the database a few times, and that gives up by itself (db.ts). */
const abandonedAfter = "20 seconds";

/**
 * Gives the jobs of killed workers to the living. The job library does so after four hours. A job that was only slow runs
 * twice, which each reaction must bear anyway.
 */
export async function freeAbandonedJobs(): Promise<void> {
  await sql.$queryRaw`
    SELECT count(*) FROM graphile_worker.force_unlock_workers(ARRAY(
      SELECT locked_by FROM graphile_worker.jobs WHERE locked_at < now() - ${abandonedAfter}::interval))`;
}
