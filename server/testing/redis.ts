import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ops/ports.mjs";
import { findRedis } from "../ops/redis";

/** Whether the tests that need a Redis can run; `npm test` installs one where it may. */
export const hasRedis = findRedis() !== undefined;

export type TestRedis = {
  url: string;
  /** Ends it at once, as a crash does. */
  stop: () => Promise<void>;
  /** Starts it again at the same address, empty. */
  start: () => Promise<void>;
  /** Its connections stay, and nothing answers. */
  freeze: () => void;
  thaw: () => void;
  /** Ends it and removes its folder. */
  close: () => Promise<void>;
};

/** A Redis of the test's own, on the loopback interface, which keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), "astrocal-redis-"));
  const port = await freePort();
  let child = await launch(port, folder);
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      kill();
      await ended;
    }
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    stop,
    start: async () => {
      child = await launch(port, folder);
    },
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    close: async () => {
      await stop();
      process.off("exit", kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, bind: "127.0.0.1", dir: folder, save: "", appendonly: "no" };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(findRedis() ?? "redis-server", args, { stdio: ["ignore", "pipe", "ignore"] });
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (/ready to accept connections/i.test(printed)) {
        resolve();
      }
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`Redis did not start:\n${printed}`)));
  });
  child.stdout.resume();
  return child;
}
