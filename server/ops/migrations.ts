import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import { Client } from "pg";

const folder = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));

const silent = new Logger(() => () => {});

/** The number that `prisma migrate` locks too, so that its command line and we never run at once. */
const lockNumber = 72_707_369;

// Prisma's own table, as its schema engine makes it, so that `prisma migrate status` and `deploy` agree.
const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(`${folder}${name}/migration.sql`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** What a migration's row says has happened to it. */
interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

function pendingOf(migrations: readonly Migration[], rows: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    if (!row.finished) {
      throw new Error(
        `The migration ${row.migration_name} broke off in this database. See \`npx prisma migrate resolve --help\`.`,
      );
    }
    const migration = known.get(row.migration_name);
    if (migration === undefined) {
      throw new Error(
        `This database has the migration ${row.migration_name}, which this version of Astrocal does not know: ` +
          "it was last used by a newer version.",
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new Error(
        `The migration ${row.migration_name} was changed after it was applied to this database.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: Client, migration: Migration): Promise<void> {
  // The change and its row become visible together: a kill half way leaves nothing to repair.
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES (gen_random_uuid(), $1, now(), $2, 1)`,
      [migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migration ${migration.name} failed and changed nothing: ${reason}`, {
      cause,
    });
  }
}

async function readApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

async function connected<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to this version's schema. Safe beside other instances doing the same: one applies,
 * the others wait and find nothing to do. (Prisma's command line would do too, but takes seconds to start.)
 * @returns the names of the migrations that were applied now
 * @throws when the database is newer than this code, or a migration fails
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrations = await readMigrations();
  return await connected(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    await client.query("SET client_min_messages = warning");
    await client.query(bookkeeping);
    const pending = pendingOf(migrations, await readApplied(client));
    for (const migration of pending) {
      await apply(client, migration);
    }
    // The job library keeps its tables in a schema of its own, with its own bookkeeping.
    await runMigrations({ connectionString: databaseUrl, logger: silent });
    return pending.map((migration) => migration.name);
  });
}

/** @throws when the database does not have this version's schema */
export async function requireMigrated(databaseUrl: string): Promise<void> {
  const migrations = await readMigrations();
  await connected(databaseUrl, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
    );
    const pending = pendingOf(
      migrations,
      rows[0]?.exists === true ? await readApplied(client) : [],
    );
    if (pending.length > 0) {
      throw new Error(
        "The database does not have this version's schema yet. Run: npm run admin -- migrate",
      );
    }
  });
}
