import { generateClient } from "./build";
import { openDatabase, findRunningDatabase } from "./database";
import { serverEnvironment } from "./environment";
import { requireMigrated } from "./migrations";
import { readSecrets } from "./secrets";
import { startWorker } from "./server-process";
import { beforeExit, isStopping } from "./shutdown.mjs";

/**
 * `npm run worker`: one more worker beside those that run, on the database of DATABASE_URL or of an `npm start` with the
 * same data folder. Ends when it is told to.
 * @returns the exit code
 */
export async function main(): Promise<number> {
  const secrets = await readSecrets();
  const url = process.env["DATABASE_URL"]
    ? (await openDatabase(secrets)).url
    : await findRunningDatabase(secrets);
  if (url === undefined) {
    throw new Error("There is no database to work on. Run npm start, or set DATABASE_URL.");
  }
  await requireMigrated(url);
  await generateClient();
  const port = Number(process.env["PORT"] || "3000");
  const host = process.env["HOST"] || "127.0.0.1";
  const worker = await startWorker(serverEnvironment({ url }, secrets, { port, host }), {
    dev: false,
  });
  beforeExit(worker.stop);
  process.stdout.write("Working. Stop it with Ctrl-C.\n");
  const code = await worker.ended;
  return isStopping() ? 0 : code;
}
