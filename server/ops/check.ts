import { generateClient, generateTypes } from "./build";
import { makeHostedPages } from "./hosted-pages";
import { Steps } from "./steps.mjs";
import { Tally } from "./tally";
import { runTool } from "./tool";

interface Check {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
  /** What the output must say besides the exit code being 0. */
  readonly says?: RegExp;
}

const checks: readonly Check[] = [
  { name: "Types", tool: "tsc", args: ["--noEmit"] },
  { name: "Lint", tool: "oxlint", args: ["--type-aware"] },
  { name: "Format", tool: "oxfmt", args: ["--check"] },
  {
    name: "Import direction",
    tool: "depcruise",
    args: ["--config", ".dependency-cruiser.cjs", "app", "server", "prisma/seed.ts"],
    // With a TypeScript that it does not know it finds nothing to look at, and is content.
    says: /\([1-9]\d* modules/,
  },
  { name: "Dead code", tool: "knip", args: [] },
];

// The zone tests once: `npm test` runs them under every server time zone.
const pureTests: Check = {
  name: "Pure tests",
  tool: "vitest",
  args: ["run", "--project", "pure", "--project", "zones under TZ=America/New_York"],
};

async function perform(
  { tool, args, says, name }: Check,
  steps: Steps,
  tally: Tally,
): Promise<void> {
  try {
    await steps.step(name, async () => {
      const { code, output } = await runTool(tool, args);
      if (code !== 0 || says?.test(output) === false) {
        throw new Error(output);
      }
      return "";
    });
    tally.add(1, 0);
  } catch (error) {
    steps.write(`${error instanceof Error ? error.message : String(error)}\n`);
    tally.add(0, 1);
  }
}

/** Runs everything that needs neither database nor build, each counting as one. */
export async function runChecks(
  steps: Steps,
  tally: Tally,
  { withPureTests }: { withPureTests: boolean },
): Promise<void> {
  await generateClient();
  await generateTypes();
  await makeHostedPages();
  // The longest begins first; two at a time, because each of them keeps a core busy.
  const waiting = withPureTests ? [pureTests, ...checks] : [...checks];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      await perform(check, steps, tally);
    }
  };
  await Promise.all([worker(), worker()]);
}

/** `npm run check`. @returns the exit code */
export async function main(): Promise<number> {
  const tally = new Tally();
  await runChecks(new Steps(process.stdout), tally, { withPureTests: true });
  process.stdout.write(`${tally.line}\n`);
  return tally.failed === 0 ? 0 : 1;
}
