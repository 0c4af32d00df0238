import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./install.mjs";
import { beforeExit } from "./shutdown.mjs";

export interface ToolResult {
  readonly code: number;
  /** Both streams, in the order in which they arrived. */
  readonly output: string;
}

/** Runs a dependency's command in the project's folder and collects what it prints. */
export async function runTool(
  name: string,
  args: readonly string[],
  options: { env?: Readonly<Record<string, string>>; show?: boolean } = {},
): Promise<ToolResult> {
  return await new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules", ".bin", name), args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    beforeExit(() => child.kill());
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (options.show === true) {
          process.stdout.write(text);
        }
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The end of what a tool printed, for an error message. */
export const lastLines = (text: string, count: number): string =>
  text.trim().split("\n").slice(-count).join("\n  ");
