import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./install.mjs";
import type { Tally } from "./tally";
import { runTool } from "./tool";

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A report that does not exist counts nothing; the exit code then says that something is wrong. */
async function readReport<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const path = join(root, file);
  return existsSync(path) ? schema.parse(JSON.parse(await readFile(path, "utf8"))) : undefined;
}

/** A runner that fails without a failed test (a file that does not load, a server that does not start) counts as one. */
function count(tally: Tally, code: number, counts: Counts): void {
  const { passed, failed, skipped } = counts;
  tally.add(passed, code !== 0 && failed === 0 ? 1 : failed);
  if (skipped > 0) {
    process.stdout.write(`(${skipped} skipped)\n`);
  }
}

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs the projects of vitest.config.ts that match, showing what they print. */
export async function runVitest(
  tally: Tally,
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const file = "test-results/vitest.json";
  await rm(join(root, file), { force: true });
  const selection = projects.flatMap((project) => ["--project", project]);
  const { code } = await runTool(
    "vitest",
    ["run", ...selection, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { env, show: true },
  );
  const report = await readReport(file, VitestReport);
  count(
    tally,
    code,
    report === undefined
      ? nothing
      : {
          passed: report.numPassedTests,
          failed: report.numFailedTests,
          skipped: report.numPendingTests,
        },
  );
}

/** Runs the stories in e2e/ against a running server. */
export async function runPlaywright(
  tally: Tally,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  // The place is playwright.config.ts'.
  const file = "test-results/e2e.json";
  await rm(join(root, file), { force: true });
  const { code } = await runTool("playwright", ["test", "--project=stories"], { env, show: true });
  const report = await readReport(file, PlaywrightReport);
  count(
    tally,
    code,
    report === undefined
      ? nothing
      : {
          passed: report.stats.expected,
          failed: report.stats.unexpected + report.stats.flaky,
          skipped: report.stats.skipped,
        },
  );
}
