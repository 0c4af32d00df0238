import { access, chown, mkdir, mkdtemp, realpath, rmdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { type Cluster, findClusterUrl, startCluster } from "./cluster";
import { dataFolder, makeDataFolder } from "./data-folder.mjs";
import { requireDatabase } from "./database-url";
import { canEnter, postgresAccount } from "./postgres-account";
import type { Secrets } from "./secrets";

/** The embedded cluster's database of ours. */
const name = "astrocal";

/** A database to use, and how to let go of it. */
export interface OpenDatabase {
  readonly url: string;
  /** What a person is told about it. */
  readonly description: string;
  readonly close: () => Promise<void>;
}

/** Where a cluster goes when the account that runs it cannot enter the data folder. */
const reachableFolder = "/var/lib/astrocal";

/**
 * The embedded cluster's folder: `postgres` in the data folder. Root's home is closed to the user that Postgres runs
 * under; there `postgres` is a link to a folder made for this installation elsewhere.
 */
async function clusterFolder(): Promise<string> {
  const folder = join(dataFolder, "postgres");
  const exists = await access(folder).then(
    () => true,
    () => false,
  );
  if (!exists) {
    await makeDataFolder();
    const account = await postgresAccount();
    if (account !== undefined && !canEnter(account, dirname(dataFolder))) {
      await mkdir(reachableFolder, { recursive: true, mode: 0o755 });
      const elsewhere = await mkdtemp(join(reachableFolder, "postgres-"));
      await chown(elsewhere, account.uid, account.gid);
      await symlink(elsewhere, folder).catch(async (error: unknown) => {
        await rmdir(elsewhere);
        throw error;
      });
    } else {
      await mkdir(folder, { mode: 0o700 });
    }
  }
  return await realpath(folder);
}

async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${name}`);
    }
  } finally {
    await client.end();
  }
}

/**
 * The database of DATABASE_URL, checked; or the embedded one, started for as long as it is held open.
 * The caller of the latter holds the data folder's lock.
 */
export async function openDatabase(secrets: Secrets): Promise<OpenDatabase> {
  const given = process.env["DATABASE_URL"];
  if (given) {
    const version = await requireDatabase(given);
    return {
      url: given,
      description: `Postgres ${version} of DATABASE_URL`,
      close: async () => {},
    };
  }
  const folder = await clusterFolder();
  const cluster = await startCluster({ folder, password: secrets.postgres_password });
  await createDatabase(cluster).catch(async (error: unknown) => {
    await cluster.stop();
    throw error;
  });
  const moved = folder.startsWith(reachableFolder) && !dataFolder.startsWith(reachableFolder);
  return {
    url: cluster.url(name),
    description: `embedded Postgres on port ${cluster.port}${moved ? `, its files in ${folder}` : ""}`,
    close: cluster.stop,
  };
}

/** Address of the embedded database when someone else runs it now. */
export async function findRunningDatabase(secrets: Secrets): Promise<string | undefined> {
  const folder = await realpath(join(dataFolder, "postgres")).catch(() => undefined);
  return folder && (await findClusterUrl({ folder, password: secrets.postgres_password }, name));
}
