import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { createTestDatabase } from "../testing/database";
import { applyMigrations } from "./migrations";

const run = promisify(execFile);

async function query(url: string, sql: string): Promise<number | null> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount;
  } finally {
    await client.end();
  }
}

describe("applyMigrations", () => {
  test("Prisma's own command line finds nothing left to do", async () => {
    const url = await createTestDatabase("migrations_agree");
    const { stdout } = await run("npx", ["prisma", "migrate", "deploy"], {
      env: { ...process.env, DATABASE_URL: url },
    });
    expect(stdout).toContain("No pending migrations to apply");
  });

  test("of several instances that start at once, one applies and the others wait", async () => {
    const url = await createTestDatabase("migrations_race");
    await query(url, "DROP SCHEMA public CASCADE");
    await query(url, "CREATE SCHEMA public");
    const applied = await Promise.all(Array.from({ length: 5 }, () => applyMigrations(url)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await applyMigrations(url)).toEqual([]);
  });

  test("a database that a newer version has used is refused", async () => {
    const url = await createTestDatabase("migrations_newer");
    await query(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
       VALUES ('newer', 'x', now(), '99991231000000_from_the_future')`,
    );
    await expect(applyMigrations(url)).rejects.toThrow("last used by a newer version");
  });

  test("a migration that was edited after it was applied is refused", async () => {
    const url = await createTestDatabase("migrations_edited");
    await query(url, "UPDATE _prisma_migrations SET checksum = 'another'");
    await expect(applyMigrations(url)).rejects.toThrow("was changed after it was applied");
  });
});
