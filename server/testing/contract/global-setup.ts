import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where Prism listens. */
    prismPort: number;
  }
}

/** Starts Prism beside the tests of a run (prism.ts); it ends with them, killed or not. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prism = spawn("tsx", ["server/testing/contract/prism.ts"], {
    env: { ...process.env, PATH: `node_modules/.bin:${process.env["PATH"] ?? ""}` },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(prism, "exit");
  for await (const line of createInterface({ input: prism.stdout })) {
    project.provide("prismPort", Number(line));
    return async () => {
      prism.stdin.end();
      await ended;
    };
  }
  throw new Error("Prism did not start");
}
