import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./install.mjs";
import { type Launched, launch, untilUp } from "./launched";
import { freePort } from "./ports.mjs";
import { commandOf, isAlive } from "./processes.mjs";

const run = promisify(execFile);
const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === "::1"),
);

let folder = "";
let env: Record<string, string> = {};
let running: Launched | undefined;

/** Ends the launcher as its signal would and waits for it. @returns the exit code */
async function end(launched: Launched, signal: NodeJS.Signals): Promise<number | null> {
  launched.child.kill(signal);
  return await launched.ended;
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(folder, "postgres/data/postmaster.pid"), "utf8"), 10);
}

/** The first line of the banner that a person would paste. */
const curlLine = (output: string) => /curl '[^']*\/v1\/availability[^']*'/.exec(output)?.[0] ?? "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "astrocal-launcher-"));
  const port = String(await freePort());
  env = {
    ASTROCAL_DATA_DIR: folder,
    DATABASE_URL: "",
    PORT: port,
    HOST: "",
    PUBLIC_URL: "",
    NO_COLOR: "1",
  };
  running = launch(env);
  await untilUp(running);
});

afterAll(async () => {
  if (running !== undefined) {
    await end(running, "SIGTERM");
  }
  await rm(folder, { recursive: true, force: true });
});

function current(): Launched {
  if (running === undefined) {
    throw new Error("The first start failed.");
  }
  return running;
}

describe("npm start", () => {
  test("the printed curl line answers with slots, and the printed key is accepted", async () => {
    const output = current().output();
    const { stdout } = await run("sh", ["-c", curlLine(output).replace("curl", "curl --silent")]);
    const slots: unknown = JSON.parse(stdout).slots;
    expect(slots).toContainEqual(expect.objectContaining({ spots_remaining: 1 }));

    const key = /ac_live_k1_\w+/.exec(output)?.[0];
    const answer = await fetch(`http://127.0.0.1:${env["PORT"]}/v1/bookings`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
    expect((await answer.json()).data).toHaveLength(5);
  });

  test("secrets and the demo's sign-in are readable by their owner alone", async () => {
    for (const name of ["secrets.json", "demo.json"]) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    expect((await stat(folder)).mode & 0o007).toBe(0);
  });

  test("a second start with the same data is refused, and the first goes on", async () => {
    const second = launch({ ...env, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`npm start is running (process ${current().child.pid})`);
    expect((await fetch(`http://127.0.0.1:${env["PORT"]}/health?ready=true`)).status).toBe(200);
  });

  test("a busy port is named before anything is touched", async () => {
    const elsewhere = join(folder, "elsewhere");
    const second = launch({ ...env, ASTROCAL_DATA_DIR: elsewhere });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${env["PORT"]} is in use`);
    expect(existsSync(join(elsewhere, "postgres"))).toBe(false);
  });

  test("a port that is no number is refused", async () => {
    const second = launch({ ...env, ASTROCAL_DATA_DIR: join(folder, "elsewhere"), PORT: "many" });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('PORT must be a number from 0 to 65535, and is "many"');
  });

  test("a DATABASE_URL that leads nowhere ends the start with a sentence, without the password", async () => {
    const other = { ...env, ASTROCAL_DATA_DIR: join(folder, "elsewhere"), PORT: "0" };
    const port = await freePort();
    const unreachable = launch({
      ...other,
      DATABASE_URL: `postgresql://someone:hidden@127.0.0.1:${port}/some`,
    });
    expect(await unreachable.ended).toBe(1);
    expect(unreachable.output()).toContain("nothing listens there. Is it running?");
    expect(unreachable.output()).not.toContain("hidden");

    const nonsense = launch({ ...other, DATABASE_URL: "mysql://localhost/x" });
    expect(await nonsense.ended).toBe(1);
    expect(nonsense.output()).toContain("DATABASE_URL is not an address of Postgres");
  });

  test("the operators' tool works while the server runs", async () => {
    const { stdout } = await run(
      "npm",
      ["run", "--silent", "admin", "--", "org", "list", "--json"],
      {
        cwd: root,
        env: { ...process.env, ...env },
      },
    );
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ slug: "acme-studio" })]);
  });

  test("killed without warning, it leaves no server behind and the next start takes over", async () => {
    const orphan = await postmasterPid();
    const before = curlLine(current().output());
    await end(current(), "SIGKILL");
    expect(isAlive(orphan)).toBe(true);

    const startedAt = performance.now();
    running = launch(env);
    // The old server finishes by itself; until then its port is rightly called busy.
    while ((await Promise.race([running.ended, untilUp(running)])) === 1) {
      expect(running.output()).toContain("is in use");
      running = launch(env);
    }
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(isAlive(orphan)).toBe(false);
    expect(curlLine(running.output())).toBe(before);
  });

  test("SIGTERM stops server and database, and the exit code is 0", async () => {
    const postgres = await postmasterPid();
    const launcher = current();
    running = undefined;
    expect(await end(launcher, "SIGTERM")).toBe(0);
    expect(isAlive(postgres) && (await commandOf(postgres))?.includes(folder)).toBe(false);
    await expect(fetch(`http://127.0.0.1:${env["PORT"]}/health`)).rejects.toThrow("fetch failed");
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  test("the operators' tool starts the database for itself, and stops it", async () => {
    const { stdout } = await run(
      process.execPath,
      [
        "server/ops/run.mjs",
        "admin",
        "org",
        "set-tier",
        "--org",
        "acme-studio",
        "--tier",
        "grow",
        "--json",
      ],
      { cwd: root, env: { ...process.env, ...env } },
    );
    expect(JSON.parse(stdout)).toMatchObject({ tier: "grow" });
    expect(existsSync(join(folder, "postgres/data/postmaster.pid"))).toBe(false);
  });

  test("SIGINT, as Ctrl-C sends it, ends a start half way without harm", async () => {
    const half = launch({ ...env, ASTROCAL_DATA_DIR: join(folder, "half"), PORT: "0" });
    await new Promise<void>((resolve) => {
      half.child.stdout?.once("data", () => resolve());
    });
    expect(await end(half, "SIGINT")).toBe(0);
    expect(existsSync(join(folder, "half/lock"))).toBe(false);
    expect(existsSync(join(folder, "half/postgres/data/postmaster.pid"))).toBe(false);
  });

  test.runIf(hasIpv6)(
    "a port taken on ::1 alone is busy, because localhost may mean it",
    async () => {
      const port = await freePort();
      const server = createServer();
      await new Promise<void>((resolve) => {
        server.listen(port, "::1", () => resolve());
      });
      const second = launch({ ...env, PORT: String(port) });
      expect(await second.ended).toBe(1);
      expect(second.output()).toContain("is in use");
      server.close();
    },
  );
});
