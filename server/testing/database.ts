import { Client, DatabaseError } from "pg";
import { inject } from "vitest";

/** SQLSTATEs of CREATE DATABASE: the name is taken (the second, by one made at the same moment)… */
const duplicateDatabase = new Set(["42P04", "23505"]);
/** …and the template is being copied by another worker. */
const objectInUse = "55006";

/**
 * Makes a migrated, empty database beside the test file's own, unless it is there.
 * @param suffix lower-case letters, digits and underscores; two test files must not share one by chance
 * @returns its address; it goes away with the test run
 */
export async function createTestDatabase(suffix: string): Promise<string> {
  const adminUrl = inject("databaseAdminUrl");
  const template = inject("databaseTemplate");
  const name = `${template}_${suffix}`;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
        break;
      } catch (error) {
        if (!(error instanceof DatabaseError)) {
          throw error;
        }
        if (error.code !== undefined && duplicateDatabase.has(error.code)) {
          break;
        }
        if (error.code !== objectInUse || attempt === 20) {
          throw error;
        }
      }
    }
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
