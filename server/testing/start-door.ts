import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("door-process.ts", import.meta.url));

/**
 * Starts a process of its own that serves the REST door over this test file's database.
 * @returns its port, and how to end it; it ends with this process at the latest
 */
export async function startDoor(
  env: Record<string, string> = {},
): Promise<{ port: number; stop: () => void }> {
  const child = fork(program, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...env },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)));
    child.once("exit", (code) => reject(new Error(`the server process ended with ${code}`)));
  });
  return { port, stop: () => child.disconnect() };
}
