import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../ops/migrations";
import { startTestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a database of the cluster in which the workers may create theirs. */
    databaseAdminUrl: string;
    /** The migrated, empty database they copy; its name begins the names of the copies. */
    databaseTemplate: string;
  }
}

async function inDatabase(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes the template that every test worker copies: in the Postgres of TEST_DATABASE_URL (an account that
 * may create databases), or in one of its own for this run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const cluster = given === undefined ? await startTestCluster() : undefined;
  const adminUrl = given ?? cluster?.url("postgres") ?? "";
  const template = `astrocal_test_${randomBytes(4).toString("hex")}`;
  const templateUrl = new URL(adminUrl);
  templateUrl.pathname = `/${template}`;

  await inDatabase(adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${template}`);
  });
  await applyMigrations(templateUrl.href);
  project.provide("databaseAdminUrl", adminUrl);
  project.provide("databaseTemplate", template);

  return async () => {
    if (cluster !== undefined) {
      await cluster.stop();
      return;
    }
    await inDatabase(adminUrl, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
        [template],
      );
      for (const { datname } of rows) {
        await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
      }
    });
  };
}
