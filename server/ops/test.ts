import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { startTestCluster } from "../testing/test-cluster";
import { provideCalendarServers } from "./calendar-servers";
import { build, generateClient, isBuilt } from "./build";
import { runChecks } from "./check";
import { providePythonIcalendar } from "./icalendar";
import { placeholderEnvironment } from "./environment";
import { root } from "./install.mjs";
import { beforeExit } from "./shutdown.mjs";
import { sentenceOf, Steps } from "./steps.mjs";
import { provideRedis } from "./redis";
import { launchForStories } from "./stories";
import { Tally } from "./tally";
import { runPlaywright, runVitest } from "./test-runners";
import { runTool } from "./tool";

const steps = new Steps(process.stdout);
const tally = new Tally();

/** A step that counts as one test. @returns whether it passed; a failure is printed and does not stop the rest */
async function counted(name: string, work: () => Promise<string>): Promise<boolean> {
  try {
    await steps.step(name, work);
    tally.add(1, 0);
    return true;
  } catch (error) {
    process.stdout.write(`${sentenceOf(error)}\n`);
    tally.add(0, 1);
    return false;
  }
}

const heading = (text: string) => process.stdout.write(`\n${steps.paint(text, "bold")}\n`);

async function vitestWithDatabase(projects: readonly string[]): Promise<void> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    await runVitest(tally, projects, {});
    return;
  }
  const cluster = await startTestCluster();
  beforeExit(cluster.stop);
  await runVitest(tally, projects, { TEST_DATABASE_URL: cluster.url("postgres") });
  await cluster.stop();
}

/** The linters of the published description, where the project has them. */
async function lintDescription(): Promise<void> {
  const script = "server/ops/lint-openapi.ts";
  if (existsSync(join(root, script))) {
    await counted("OpenAPI description", async () => {
      const { code, output } = await runTool("tsx", [script]);
      if (code !== 0) {
        throw new Error(output);
      }
      return "";
    });
  }
}

async function buildProduct(): Promise<boolean> {
  return await counted("Build", async () => {
    if (await isBuilt()) {
      return "up to date";
    }
    await build(placeholderEnvironment);
    return "made";
  });
}

/** The stories of e2e/, in a real browser, against `npm start` on an empty data folder. */
async function endToEnd(): Promise<void> {
  const files = await readdir(join(root, "e2e"), { recursive: true }).catch(() => []);
  if (!files.some((file) => file.endsWith(".spec.ts"))) {
    return;
  }
  const server = await launchForStories();
  if (await counted("Browser and server for the stories", server.untilReady)) {
    await runPlaywright(tally, server.env);
  }
  await counted("The server stops cleanly", async () => {
    await server.stop();
    return "";
  });
}

const parts = ["unit", "db", "contract", "e2e"];

/**
 * `npm test`: everything, or the parts that are named. A part that fails does not hide the later ones.
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  const unknown = args.filter((arg) => !parts.includes(arg));
  if (unknown.length > 0) {
    throw new Error(`npm test -- takes any of: ${parts.join(", ")}; not ${unknown.join(", ")}.`);
  }
  const all = args.length === 0;
  const wants = (part: string) => all || args.includes(part);

  if (all) {
    heading("Checks");
    await runChecks(steps, tally, { withPureTests: false });
    await lintDescription();
  }
  await generateClient();
  const projects = [
    ...(wants("unit") ? ["pure", "zones*"] : []),
    ...(wants("db") ? ["database"] : []),
    ...(wants("contract") ? ["contract"] : []),
  ];
  if (projects.length > 0) {
    heading("Tests");
    const needsDatabase = wants("db") || wants("contract");
    if (needsDatabase) {
      await steps.step("Redis for the rate limits' tests", provideRedis);
      await steps.step("CalDAV servers for the calendars' tests", provideCalendarServers);
      await steps.step("Python's icalendar for the invitations' test", providePythonIcalendar);
    }
    await (needsDatabase ? vitestWithDatabase(projects) : runVitest(tally, projects, {}));
  }
  if (wants("e2e")) {
    heading("End to end");
    if (await buildProduct()) {
      await runVitest(tally, ["launcher"], {});
      await endToEnd();
    }
  }
  process.stdout.write(`\n${tally.line}\n`);
  return tally.failed === 0 ? 0 : 1;
}
