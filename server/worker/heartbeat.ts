import { newId } from "../ids";
import { sql } from "../sql";

/** How often a worker says that it lives, and for how long what it said is kept. */
export const heartbeatMs = 5_000;
const forgottenAfter = "1 day";

/** A worker process's own row. */
export function newHeartbeat(): { beat: () => Promise<void>; end: () => Promise<void> } {
  const id = newId();
  return {
    beat: async () => {
      await sql.$executeRaw`
        INSERT INTO worker_heartbeats (id, started_at, seen_at) VALUES (${id}::uuid, now(), now())
        ON CONFLICT (id) DO UPDATE SET seen_at = now()`;
      await sql.$executeRaw`
        DELETE FROM worker_heartbeats WHERE seen_at < now() - ${forgottenAfter}::interval`;
    },
    end: async () => {
      await sql.$executeRaw`DELETE FROM worker_heartbeats WHERE id = ${id}::uuid`;
    },
  };
}
