import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, isBuilt } from "../server/ops/build";
import { startCluster } from "../server/ops/cluster";
import { applyMigrations } from "../server/ops/migrations";
import { freePort } from "../server/ops/ports.mjs";
import { startServer } from "../server/ops/server-process";
import { beforeExit, shutDown, stopOnSignals } from "../server/ops/shutdown.mjs";
import type { HttpRow } from "./http.bench";
import { benchSlots } from "./slots.bench";

const usage = `npm run bench -- [--slots] [--steps] [--mass N]
  --slots   the slot engine only (ten seconds)
  --steps   what key check, limits, log and usage add to a request only (half a minute)
  --mass N  bookings in the database for the growth rows (default 1000000; a few minutes)`;

const { values } = parseArgs({
  options: {
    slots: { type: "boolean", default: false },
    steps: { type: "boolean", default: false },
    mass: { type: "string", default: "1000000" },
    help: { type: "boolean", default: false },
  },
});

const say = (text: string) => process.stderr.write(`… ${text}\n`);
const secret = () => randomBytes(24).toString("hex");

/** Requests are counted as ever; none is refused. */
const enough = 1_000_000_000;
const wideLimits = {
  PUBLIC_RATE_LIMIT: String(enough),
  ASTROCAL_PLANS: JSON.stringify({
    free: { per_minute: enough, per_day: enough, bookings_per_month: enough },
  }),
};

const endless = { per_minute: 1e9, per_day: 1e9, bookings_per_month: 1e9 };
const plansWithoutEnd = { free: endless, launch: endless, grow: endless, scale: endless };

/** A production server over a Postgres of its own, with durable commits as in production. */
async function withServer(mass: number): Promise<HttpRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "astrocal-bench-"));
  beforeExit(() => rm(folder, { recursive: true, force: true }));
  const cluster = await startCluster({ folder: join(folder, "postgres"), password: secret() });
  beforeExit(cluster.stop);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const environment = {
    DATABASE_URL: cluster.url("postgres"),
    AUTH_SECRET: secret(),
    ASTROCAL_SERVICE_KEY: secret(),
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_URL: base,
    // Receivers of webhooks listen on this machine.
    WEBHOOK_ALLOW_PRIVATE: "on",
    // Everything is counted and nothing refused.
    PUBLIC_RATE_LIMIT: "1000000000",
    ASTROCAL_PLANS: JSON.stringify(plansWithoutEnd),
  };
  Object.assign(process.env, environment, { LOG_LEVEL: "warn", ...wideLimits });
  await applyMigrations(environment.DATABASE_URL);
  if (!(await isBuilt())) {
    say("building");
    await build(environment);
  }
  const server = await startServer(environment, { dev: false });
  beforeExit(server.stop);
  // They read the environment as they are loaded, so not before it is set.
  const { benchSteps } = await import("./steps.bench");
  say("measuring the steps of a request");
  const steps = await benchSteps();
  if (values.steps) {
    return steps;
  }
  const { benchHttp } = await import("./http.bench");
  const places = { base, databaseUrl: environment.DATABASE_URL, folder, say };
  return [...(await benchHttp(places, mass)), ...steps];
}

function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return [line(heads), ...rows.map(line)].join("\n");
}

const yes = (met: boolean | undefined) => (met === undefined ? "" : met ? "yes" : "NO");

async function main(): Promise<void> {
  if (values.help) {
    console.log(usage);
    return;
  }
  stopOnSignals(() => say("stopping"));
  const slots = values.steps ? [] : await benchSlots();
  const http = values.slots ? [] : await withServer(Number(values.mass));
  console.log(
    table(
      ["slot engine", "p50 ms", "p99 ms", "budget", "met"],
      slots.map((row) => [
        row.name,
        row.p50Ms.toFixed(3),
        row.p99Ms.toFixed(3),
        row.budgetMs.toFixed(3),
        yes(row.p50Ms <= row.budgetMs),
      ]),
    ),
  );
  if (http.length > 0) {
    console.log(
      `\n${table(
        ["http, 10 connections", "per s", "p50 ms", "p99 ms", "ratio", "aim", "met"],
        http.map((row) => [
          row.name,
          row.perSecond.toFixed(0),
          row.p50Ms.toFixed(1),
          row.p99Ms.toFixed(1),
          row.ratio?.toFixed(2) ?? "",
          row.aim ?? "",
          yes(row.met),
        ]),
      )}`,
    );
  }
  await mkdir("bench/results", { recursive: true });
  const file = `bench/results/${new Date().toISOString().replaceAll(":", "-")}.json`;
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
  await writeFile(file, JSON.stringify({ machine, slots, http }, null, 2));
  console.log(`\nWritten to ${file}`);
}

try {
  await main();
  await shutDown(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await shutDown(1);
}
