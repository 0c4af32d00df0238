import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createTestDatabase } from "../testing/database";
import { requireDatabase } from "./database-url";

const role = `${inject("databaseTemplate")}_stranger`;
const empty = `${inject("databaseTemplate")}_empty`;

async function asAdmin(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: inject("databaseAdminUrl") });
  await client.connect();
  for (const statement of statements) {
    await client.query(statement);
  }
  await client.end();
}

/** The address of a database of the test cluster for a user who has no rights. */
function strangerUrl(database: string, password: string): string {
  const url = new URL(inject("databaseAdminUrl"));
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

beforeAll(async () => {
  await asAdmin(`CREATE ROLE ${role} LOGIN PASSWORD 'right'`, `CREATE DATABASE ${empty}`);
});

afterAll(async () => {
  await asAdmin(`DROP DATABASE ${empty}`, `DROP ROLE ${role}`);
});

describe("requireDatabase", () => {
  test("a database we may use is named by its version", async () => {
    expect(await requireDatabase(await createTestDatabase("usable"))).toMatch(/^\d+/);
  });

  test("a wrong password is said, and not repeated", async () => {
    const refused = requireDatabase(strangerUrl(empty, "wrong-and-secret"));
    await expect(refused).rejects.toThrow("refuses the user or password");
    await expect(refused).rejects.not.toThrow("wrong-and-secret");
  });

  test("a database that does not exist is said", async () => {
    const missing = requireDatabase(strangerUrl(`${empty}_not`, "right"));
    await expect(missing).rejects.toThrow("has no such database");
  });

  test("a user who may not create btree_gist is told what a superuser must run", async () => {
    const refused = requireDatabase(strangerUrl(empty, "right"));
    await expect(refused).rejects.toThrow("CREATE EXTENSION btree_gist");
  });

  test("a host that nobody knows is said", async () => {
    const unknown = requireDatabase("postgresql://a:b@nowhere.invalid/c");
    await expect(unknown).rejects.toThrow("is at a host that is not known");
  });

  test.each(["", "localhost", "mysql://a@b/c", "postgresql://[", "postgres"])(
    "%j is no address of Postgres",
    async (text) => {
      await expect(requireDatabase(text)).rejects.toThrow(
        "DATABASE_URL is not an address of Postgres",
      );
    },
  );
});
