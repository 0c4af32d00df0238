import { execFile } from "node:child_process";
import {
  access,
  chmod,
  chown,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./ports.mjs";
import { type PostgresAccount, canEnter, postgresAccount } from "./postgres-account";
import { postgresProgram } from "./postgres-program";
import { commandOf, isAlive } from "./processes.mjs";

const run = promisify(execFile);

/** A running Postgres of ours. */
export interface Cluster {
  readonly port: number;
  /** Address of one of its databases, password included. */
  readonly url: (database: string) => string;
  /** Ends it as Postgres' fast shutdown does: sessions are broken off, nothing committed is lost. */
  readonly stop: () => Promise<void>;
  /** Ends it at once and starts it again, at the same port: for tests of what survives a crash. */
  readonly crash: () => Promise<void>;
}

export interface ClusterOptions {
  /** Made if missing; afterwards owned by the account that Postgres runs under, mode 0700. */
  readonly folder: string;
  readonly password: string;
  /** Further `name=value` settings of the server. */
  readonly settings?: readonly string[];
}

const address = (port: number, password: string, database: string) =>
  `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** Process id and port of the Postgres that last wrote its pid file in this data folder. */
async function readPidFile(dataFolder: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = await readFile(join(dataFolder, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port] = lines.split("\n");
  return pid && port ? { pid: Number(pid), port: Number(port) } : undefined;
}

/** The Postgres that runs from this folder now, or undefined. */
async function findPostmaster(dataFolder: string) {
  const written = await readPidFile(dataFolder);
  if (written === undefined || !isAlive(written.pid)) {
    return undefined;
  }
  // The number alone may meanwhile belong to someone else.
  const command = await commandOf(written.pid);
  return command?.includes("postgres") && command.includes(dataFolder) ? written : undefined;
}

/** Address of a cluster that someone else started in this folder, or undefined when none runs. */
export async function findClusterUrl(options: ClusterOptions, database: string) {
  const running = await findPostmaster(join(options.folder, "data"));
  return running && address(running.port, options.password, database);
}

async function initialise(
  program: string,
  account: PostgresAccount | undefined,
  options: ClusterOptions,
): Promise<void> {
  const passwordFile = join(options.folder, "password.new");
  // Initialised under another name and moved when complete: a kill half way leaves no half a cluster.
  const unfinished = join(options.folder, "data.new");
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (account !== undefined) {
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    await run(
      join(program, "bin", "initdb"),
      [
        `--pgdata=${unfinished}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Postgres' own C.UTF-8, which unlike the system's locales is the same on every machine.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
      ],
      { ...account, cwd: options.folder },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, join(options.folder, "data"));
}

async function claimFolder(folder: string, account: PostgresAccount | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account !== undefined) {
    await chown(folder, account.uid, account.gid);
    const parent = dirname(folder);
    if (!canEnter(account, parent)) {
      // The parent (`.data`) is closed to others because of the secrets in it: its group may walk through.
      await chown(parent, (await stat(parent)).uid, account.gid);
      await chmod(parent, 0o710);
    }
  }
  await chmod(folder, 0o700);
  if (!canEnter(account, folder)) {
    throw new Error(
      `Postgres runs as the user \`postgres\`, which cannot enter ${folder}: a folder above it is closed to others. ` +
        "Set ASTROCAL_DATA_DIR to a folder that it can reach, for example /var/lib/astrocal.",
    );
  }
}

async function checkVersion(program: string, dataFolder: string): Promise<void> {
  const stored = (await readFile(join(dataFolder, "PG_VERSION"), "utf8")).trim();
  const { stdout } = await run(join(program, "bin", "postgres"), ["--version"]);
  const ours = /\d+/.exec(stdout)?.[0];
  if (stored !== ours) {
    throw new Error(
      `${dataFolder} was written by Postgres ${stored}, and this version of Astrocal brings Postgres ${ours}. ` +
        "Dump the data with the version that wrote it (pg_dump), move the folder away, start, and load the dump.",
    );
  }
}

/** What Postgres wrote last, for an error message. */
async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-6).join("\n  ");
}

/** 10 MB of Postgres' log are kept; a larger one is begun anew at the next start. */
const logLimitBytes = 10_000_000;

/**
 * Starts the Postgres of a folder, making the cluster first if there is none. One that a killed launcher
 * left running there is stopped first: the caller must hold the folder's lock.
 * @throws an Error whose message can be shown to a person
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = await postgresAccount();
  await claimFolder(options.folder, account);
  const program = await postgresProgram(account, options.folder);
  const dataFolder = join(options.folder, "data");
  const logFile = join(options.folder, "postgres.log");
  const postgres = async (...args: string[]) =>
    await run(join(program, "bin", "pg_ctl"), [`--pgdata=${dataFolder}`, "--silent", ...args], {
      ...account,
      cwd: options.folder,
    });
  const stop = async () => {
    if ((await findPostmaster(dataFolder)) !== undefined) {
      await postgres("stop", "--mode=fast", "--wait", "--timeout=30").catch(
        async () => await postgres("stop", "--mode=immediate", "--wait", "--timeout=10"),
      );
    }
  };

  const exists = await access(join(dataFolder, "PG_VERSION")).then(
    () => true,
    () => false,
  );
  if (exists) {
    await checkVersion(program, dataFolder);
    await stop();
    await rm(join(dataFolder, "postmaster.pid"), { force: true });
  } else {
    await initialise(program, account, options);
  }
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) {
    await rm(logFile);
  }

  const port = await freePort();
  const settings = ["max_connections=200", ...(options.settings ?? [])].map((each) => `-c ${each}`);
  const flags = `-p ${port} -h 127.0.0.1 -k '' ${settings.join(" ")}`;
  try {
    await postgres("start", "--wait", "--timeout=60", `--log=${logFile}`, `--options=${flags}`);
  } catch (cause) {
    await stop();
    throw new Error(
      `Postgres did not start. The end of ${logFile}:\n  ${await lastLines(logFile)}`,
      {
        cause,
      },
    );
  }
  return {
    port,
    url: (database) => address(port, options.password, database),
    crash: async () => {
      await postgres("restart", "--mode=immediate", "--wait", "--timeout=60", `--log=${logFile}`);
    },
    stop,
  };
}
