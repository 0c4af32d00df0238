import { Client } from "pg";
import { parse } from "pg-connection-string";
import { z } from "zod";

/** Of an address: what may be shown, so no password. */
function placeOf(url: string): string {
  const { host, port, database } = parse(url);
  return `${host ?? "localhost"}:${port ?? "5432"}, database "${database ?? ""}"`;
}

/** What an error's code (SQLSTATE, or the system's) means for a person: the text after the place's name. */
const meanings = new Map([
  ["28P01", "refuses the user or password"],
  ["28000", "refuses the user or password"],
  ["3D000", "has no such database; make it with `createdb`"],
  ["ENOTFOUND", "is at a host that is not known"],
  ["EAI_AGAIN", "is at a host that is not known"],
  ["ECONNREFUSED", "does not answer: nothing listens there. Is it running?"],
]);

const Coded = z.object({ code: z.string() });

/** One sentence for each way in which an address does not lead to a usable Postgres. */
function explain(error: unknown, url: string): string {
  const meaning = meanings.get(Coded.safeParse(error).data?.code ?? "");
  const reason = error instanceof Error ? error.message : String(error);
  return `DATABASE_URL: Postgres at ${placeOf(url)} ${meaning ?? `cannot be used: ${reason}`}`;
}

const Facts = z.object({
  version: z.coerce.number(),
  text: z.string(),
  has_gist: z.boolean(),
  may_create: z.boolean(),
  may_use_schema: z.boolean(),
});

function requireUsable(facts: z.infer<typeof Facts>, url: string): void {
  const place = placeOf(url);
  if (facts.version < 140_000) {
    throw new Error(
      `DATABASE_URL: Postgres at ${place} is ${facts.text}; Astrocal needs 14 or later.`,
    );
  }
  if (!facts.has_gist && !facts.may_create) {
    throw new Error(
      `DATABASE_URL: the extension btree_gist is missing at ${place}, and this user may not create it. ` +
        "As a superuser, run in that database: CREATE EXTENSION btree_gist;",
    );
  }
  if (!facts.may_use_schema) {
    throw new Error(
      `DATABASE_URL: this user may not create tables at ${place}. ` +
        "As its owner, run in that database: GRANT CREATE ON SCHEMA public TO <the user>;",
    );
  }
}

/**
 * Makes sure that the address leads to a Postgres that Astrocal can use, before anything is changed there.
 * @returns its version, such as "17.2"
 * @throws an Error whose message says what to do, without the password
 */
export async function requireDatabase(url: string): Promise<string> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error(
      "DATABASE_URL is not an address of Postgres. It looks like postgresql://user:password@host:5432/database",
    );
  }
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS text,
         EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist') AS has_gist,
         -- Trusted since Postgres 13: the right to create in the database is enough, where it is installed at all.
         has_database_privilege(current_database(), 'CREATE')
           AND EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist') AS may_create,
         coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_use_schema`,
    );
    const facts = Facts.parse(rows[0]);
    requireUsable(facts, url);
    return facts.text.split(" ")[0] ?? facts.text;
  } catch (error) {
    const said = error instanceof Error && error.message.startsWith("DATABASE_URL: ");
    throw said ? error : new Error(explain(error, url), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
