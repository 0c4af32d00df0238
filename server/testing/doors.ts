import { pool } from "../db";
import { fetchTrpc } from "../trpc-fetch";
import { type CallOptions, requestOf, send } from "./rest";

/** How a caller comes to a procedure: `/v1`, or a page of the dashboard or of a booking. */
export type Door = "REST" | "page";

/** A call of a procedure, in the words of the REST door; `params` are the path's after the id. */
export type Ask = CallOptions & { name: string; params?: Record<string, string> };

/** The person whose page calls, in the mode of the page; null: a visitor of a hosted page. */
export type Person = { userId: string; organizationId: string; mode: "live" | "test" } | null;

export type Answered = { status: number; text: string; json: unknown };

const facts = { requestId: "call-1", ipAddress: "203.0.113.7" };

/** Asks through a door that a caller really has. The request id is "call-1", the address 203.0.113.7. */
export async function askBy(door: Door, ask: Ask, person: Person): Promise<Answered> {
  return door === "REST" ? await askRest(ask) : await askPage(ask, person);
}

async function askRest({ name, id, params = {}, ...options }: Ask): Promise<Answered> {
  const ids = id === undefined ? {} : { id: [id, ...Object.values(params)].join("/") };
  const headers = { "x-request-id": facts.requestId, ...options.headers };
  const { status, text, json } = await send(requestOf(name, { ...options, ...ids, headers }));
  return { status, text: text ?? "", json };
}

/** As a page's own client asks (app/_trpc/client.tsx). */
async function askPage({ name, id, params, query, body }: Ask, person: Person): Promise<Answered> {
  const headers: Record<string, string> =
    person === null
      ? { "x-astrocal-visitor": "1" }
      : { "x-org-id": person.organizationId, "x-astrocal-mode": person.mode };
  const named = { ...(id === undefined ? {} : { id }), ...params };
  const input = { ...named, ...query, ...(isRecord(body) ? body : {}) };
  const request = new Request(`http://localhost/api/trpc/${name}?batch=1`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ "0": input }),
  });
  const userId = async () => person?.userId ?? null;
  const response = await fetchTrpc(request, { userId, facts: { ...facts, nowMs: Date.now() } });
  const text = await response.text();
  const answer: unknown = JSON.parse(text);
  const [first]: unknown[] = Array.isArray(answer) ? answer : [answer];
  return { status: response.status, text, json: read(read(first, "result"), "data") ?? null };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const read = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

/** What is written beside the requests, not by them, and so leaves no event. */
const beside = new Set(["api_requests", "usage_days", "_prisma_migrations"]);

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  return rows.map(({ name }) => name).filter((name) => !beside.has(name));
}

/** Every row of the database as one text a table: equal exactly when nothing was written, but for a key's last use. */
export async function everything(): Promise<Record<string, string>> {
  const hashes = (await tables()).map(
    (table) => `SELECT '${table}' AS name, md5(string_agg(r, ',' ORDER BY r)) AS hash
      FROM (SELECT (to_jsonb(t) - 'last_used_at')::text AS r FROM "${table}" t) rows`,
  );
  const { rows } = await pool.query<{ name: string; hash: string | null }>(
    hashes.join(" UNION ALL "),
  );
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash ?? "empty"]));
}

/**
 * Runs `work` while the database breaks off what writes: `events`, as an event is inserted; `changes`, as a
 * transaction commits that wrote anything else.
 */
export async function whileBroken<T>(
  what: "events" | "changes",
  work: () => Promise<T>,
): Promise<T> {
  await pool.query(`CREATE OR REPLACE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'broken off by a test'; END $$`);
  const broken =
    what === "events" ? ["events"] : (await tables()).filter((table) => table !== "events");
  for (const table of broken) {
    await pool.query(
      what === "events"
        ? `CREATE TRIGGER break_off BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION break_off()`
        : `CREATE CONSTRAINT TRIGGER break_off AFTER INSERT OR UPDATE OR DELETE ON "${table}"
           DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION break_off()`,
    );
  }
  try {
    return await work();
  } finally {
    for (const table of broken) {
      await pool.query(`DROP TRIGGER break_off ON "${table}"`);
    }
  }
}
