import { runTool } from "./tool";
import { generateClient } from "./build";

const usage = "npm run fuzz -- [--requests N] [--seed S]";
const settings: Readonly<Record<string, string>> = {
  "--requests": "FUZZ_REQUESTS",
  "--seed": "FUZZ_SEED",
};

function settingsOf(args: readonly string[]): Record<string, string> {
  const env: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 2) {
    const setting = settings[args[index] ?? ""];
    const value = args[index + 1] ?? "";
    if (setting === undefined || !/^\d{1,9}$/.test(value)) {
      throw new Error(`${usage}: N and S are whole numbers.`);
    }
    env[setting] = value;
  }
  return env;
}

/**
 * `npm run fuzz`: asks a server of its own, on a database of its own, what nobody thought of (server/testing/fuzz).
 * @returns the exit code: not 0 when something was found, which is then printed as a line for curl
 */
export async function main(args: string[]): Promise<number> {
  const env = settingsOf(args);
  await generateClient();
  const vitest = [
    "run",
    "server/testing/fuzz",
    "--project",
    "database",
    "--disable-console-intercept",
  ];
  const { code } = await runTool("vitest", vitest, { env, show: true });
  return code;
}
