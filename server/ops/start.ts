import { addDays, civilDateAt } from "../time";
import { banner } from "./banner";
import { build, generateClient, isBuilt } from "./build";
import { dataFolder } from "./data-folder.mjs";
import { openDatabase } from "./database";
import { type Demo, prepareDemo } from "./demo";
import { serverEnvironment } from "./environment";
import { keepHostedPages } from "./hosted-pages";
import { applyMigrations } from "./migrations";
import { readSecrets } from "./secrets";
import {
  type ServerEnvironment,
  type ServerProcess,
  startServer,
  startWorker,
} from "./server-process";
import { beforeExit, isStopping, shutDown } from "./shutdown.mjs";
import { type Steps, formatDuration, sentenceOf } from "./steps.mjs";

async function prepareDatabase(
  steps: Steps,
  at: { port: number; host: string },
): Promise<ServerEnvironment> {
  const secrets = await readSecrets();
  const opened: { url: string }[] = [];
  await steps.step("Database", async () => {
    const database = await openDatabase(secrets);
    beforeExit(database.close);
    opened.push(database);
    return database.description;
  });
  const environment = serverEnvironment(opened[0] ?? { url: "" }, secrets, at);
  await steps.step("Migrations", async () => {
    const applied = await applyMigrations(environment.DATABASE_URL);
    return applied.length === 0 ? "up to date" : `${applied.length} applied`;
  });
  return environment;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health?ready=true`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** What the server needs before it can listen, it has; this only bounds how long we watch it fail. */
const readyDeadlineMs = 10_000;

/** Stops everything when the server ends although nobody asked it to. */
async function reportEnd(server: ServerProcess): Promise<void> {
  const code = await server.ended;
  if (!isStopping()) {
    process.stderr.write(`\nThe server ended by itself (exit code ${code}).\n`);
    await shutDown(1);
  }
}

async function serve(environment: ServerEnvironment, dev: boolean): Promise<void> {
  const server = await startServer(environment, { dev });
  beforeExit(server.stop);
  void reportEnd(server);
  const host = environment.HOST === "0.0.0.0" ? "127.0.0.1" : environment.HOST;
  const deadline = Date.now() + readyDeadlineMs;
  while (!(await isReady(`http://${host}:${environment.PORT}`))) {
    if (Date.now() > deadline) {
      throw new Error("The server listens, but does not become ready: see GET /health?ready=true.");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A worker that ends although nobody asked it to has lost nothing: another one goes on. */
const restartMs = 1_000;

async function work(environment: ServerEnvironment, dev: boolean): Promise<void> {
  let worker = await startWorker(environment, { dev });
  beforeExit(() => worker.stop());
  const keepUp = async () => {
    for (;;) {
      const code = await worker.ended;
      if (isStopping()) {
        return;
      }
      process.stderr.write(
        `\nThe worker ended by itself (exit code ${code}). Starting another …\n`,
      );
      await new Promise((resolve) => setTimeout(resolve, restartMs));
      worker = await startWorker(environment, { dev });
    }
  };
  void keepUp().catch(async (error: unknown) => {
    if (!isStopping()) {
      process.stderr.write(`\n${sentenceOf(error)}\n`);
      await shutDown(1);
    }
  });
}

const mailServer = (): string | undefined => {
  const url = process.env["SMTP_URL"] ?? "";
  return URL.canParse(url) ? new URL(url).host : undefined;
};

/** The example asks for the next seven days, in the machine's own zone. */
function nextDays(): { from: string; to: string } {
  const today = civilDateAt(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now());
  return { from: addDays(today, 1), to: addDays(today, 7) };
}

/**
 * Prepares what is missing, starts the server and prints where it is. Returns when everything runs; the process
 * then lives as long as the server does.
 * @throws an Error whose message can be shown to a person; what was begun is undone by shutDown
 */
export async function start(
  steps: Steps,
  { dev, port, host }: { dev: boolean; port: number; host: string },
): Promise<void> {
  const startedAt = performance.now();
  const environment = await prepareDatabase(steps, { port, host });
  await steps.step("Database client", async () =>
    (await generateClient()) ? "made" : "up to date",
  );
  let demo: Demo | undefined;
  if (process.env["ASTROCAL_DEMO"] !== "off") {
    await steps.step("Demo organization", async () => {
      const prepared = await prepareDemo(environment);
      demo = prepared.demo;
      return prepared.made
        ? "made"
        : demo === undefined
          ? "not wanted, the database is in use"
          : "there";
    });
  }
  if (dev) {
    await steps.step("Booking pages", async () => {
      await keepHostedPages();
      return "made, and made again when they change";
    });
  } else {
    await steps.step("Build", async () => {
      if (await isBuilt()) {
        return "up to date";
      }
      await build(environment);
      return "made";
    });
  }
  await steps.step("Server", async () => {
    await serve(environment, dev);
    return `listening on http://${host}:${port}`;
  });
  await steps.step("Worker", async () => {
    await work(environment, dev);
    return "sends webhooks and mail";
  });
  steps.write(`${steps.paint(`Up in ${formatDuration(performance.now() - startedAt)}.`, "dim")}\n`);
  steps.write(
    `${banner({ url: environment.PUBLIC_URL, demo, mailServer: mailServer(), ...nextDays(), dataFolder })}\n`,
  );
}
