import { existsSync } from "node:fs";
import { installDebianPackages } from "./debian";

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
  if (findRedis() === undefined) {
    await installDebianPackages("redis-server");
  }
  return (
    findRedis() ??
    "none here: the tests that need Redis are SKIPPED. Install redis-server or valkey-server to run them"
  );
}
