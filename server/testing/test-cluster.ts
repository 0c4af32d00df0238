import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, startCluster } from "../ops/cluster";
import { commandOf, isAlive } from "../ops/processes.mjs";

const prefix = "astrocal-test-";

/** Ends and removes what a killed test run has left behind. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = Number(await readFile(join(folder, "owner"), "utf8").catch(() => ""));
    if (owner > 0 && !isAlive(owner)) {
      const pidFile = join(folder, "postgres", "data", "postmaster.pid");
      const pid = Number.parseInt(await readFile(pidFile, "utf8").catch(() => ""), 10);
      if (pid > 0 && (await commandOf(pid))?.includes(folder)) {
        process.kill(pid, "SIGINT");
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  }
}

/** Nothing in it has to outlive a crash, so it does not wait for the disk: what was committed last would be gone. */
const hasty = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * An empty Postgres for one test run, in a temporary folder that goes with it.
 * @param options `durable`: for tests that crash it, which commits as in production
 */
export async function startTestCluster({ durable = false } = {}): Promise<Cluster> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(folder, "owner"), String(process.pid));
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    password: randomBytes(16).toString("hex"),
    settings: durable ? [] : hasty,
  });
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
