import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

const folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
const programs = ["redis-server", "valkey-server"];

/** The Redis or Valkey that this machine has; the tests of the rate limits' store start it. */
export const findRedis = (): string | undefined =>
  folders
    .flatMap((folder) => programs.map((program) => `${folder}/${program}`))
    .find((path) => existsSync(path));

/**
 * Installs Debian's when there is none and we are root.
 * @returns what the tests will use, or that those which need it are skipped
 */
export async function provideRedis(): Promise<string> {
  if (findRedis() === undefined && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    // Installing it must not start it as a service, too: that is what a runlevel of 1 says.
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    const options = { env, maxBuffer: 64 * 1024 * 1024 };
    try {
      await run("apt-get", ["update", "-qq"], options);
      await run("apt-get", ["install", "-y", "-qq", "redis-server"], options);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return (
    findRedis() ??
    "none here: the tests that need Redis are SKIPPED. Install redis-server or valkey-server to run them"
  );
}
