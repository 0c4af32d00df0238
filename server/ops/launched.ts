import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./install.mjs";

/** A launcher of ours that runs as a person would start it. */
export interface Launched {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  readonly output: () => string;
  /** Resolves with the exit code, null after a signal. */
  readonly ended: Promise<number | null>;
}

/** Starts `npm start` (without npm in between, so that signals reach it alone). */
export function launch(env: Readonly<Record<string, string>>): Launched {
  const child = spawn(process.execPath, [join(root, "server/ops/start.mjs")], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  return { child, output: () => printed, ended };
}

/**
 * Waits until it says that everything runs.
 * @throws with what it printed when it ends before
 */
export async function untilUp({ child, output, ended }: Launched): Promise<void> {
  const gone = ended.then((code) => {
    throw new Error(`npm start ended with ${code}:\n${output()}`);
  });
  const up = new Promise<void>((resolve) => {
    const look = () => {
      if (output().includes("Stop it with Ctrl-C.")) {
        child.stdout?.off("data", look);
        resolve();
      }
    };
    child.stdout?.on("data", look);
  });
  await Promise.race([up, gone]);
}
