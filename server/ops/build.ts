import { access, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { placeholderEnvironment } from "./environment";
import { filesOf, fingerprint, isMarked, setMark } from "./fingerprint";
import { hostedOutputs, makeHostedPages } from "./hosted-pages";
import { root } from "./install.mjs";
import type { ServerEnvironment } from "./server-process";
import { lastLines, runTool } from "./tool";

const clientMark = "server/generated/prisma/made-from";
const clientInputs = ["prisma/schema.prisma", "package-lock.json"];

const buildMark = ".next/made-from";
const buildInputs = [
  "app",
  "server",
  "public",
  "prisma/schema.prisma",
  "package.json",
  "package-lock.json",
  "next.config.ts",
  "mdx-components.tsx",
  "postcss.config.mjs",
  "tsconfig.json",
];

const exists = async (path: string) =>
  await access(join(root, path)).then(
    () => true,
    () => false,
  );

/** Makes the database client from the schema, when it is missing or stale. @returns whether it was made now */
export async function generateClient(): Promise<boolean> {
  const print = await fingerprint(clientInputs);
  if ((await isMarked(clientMark, print)) && (await exists("server/generated/prisma/client.ts"))) {
    return false;
  }
  const { code, output } = await runTool("prisma", ["generate"]);
  if (code !== 0) {
    throw new Error(`prisma generate failed:\n  ${lastLines(output, 20)}`);
  }
  await setMark(clientMark, print);
  return true;
}

/** What a build consists of; the cache beside it may come and go. */
const buildOutputs = [".next/server", ".next/static", ...hostedOutputs];

/** What a finished build was made from, and the files it consists of. */
const Build = z.object({ inputs: z.string(), files: z.array(z.string()) });

async function lastBuild(): Promise<z.infer<typeof Build> | undefined> {
  try {
    return Build.parse(JSON.parse(await readFile(join(root, buildMark), "utf8")));
  } catch {
    return undefined;
  }
}

/** Whether the last build was finished, is of the files as they are now, and is all still there. */
export async function isBuilt(): Promise<boolean> {
  const made = await lastBuild();
  const present = new Set(await filesOf(buildOutputs));
  return (
    made !== undefined &&
    made.inputs === (await fingerprint(buildInputs)) &&
    made.files.every((file) => present.has(file)) &&
    (await exists(".next/BUILD_ID"))
  );
}

/**
 * Builds for production. The mark goes first and comes back last, so that a build that broke off is made again.
 * @param environment the server's own settings, which modules check as they are loaded
 */
export async function build(environment: ServerEnvironment): Promise<void> {
  await rm(join(root, buildMark), { force: true });
  const print = await fingerprint(buildInputs);
  await makeHostedPages();
  const { code, output } = await runTool("next", ["build"], {
    env: { ...environment, NODE_ENV: "production" },
  });
  if (code !== 0) {
    throw new Error(`next build failed:\n  ${lastLines(output, 40)}`);
  }
  const made: z.infer<typeof Build> = { inputs: print, files: await filesOf(buildOutputs) };
  await setMark(buildMark, JSON.stringify(made));
}

/** Makes the type declarations that `tsc` needs and Next writes (they are ignored by git), when missing. */
export async function generateTypes(): Promise<void> {
  if (!(await exists("next-env.d.ts"))) {
    const { code, output } = await runTool("next", ["typegen"]);
    if (code !== 0) {
      throw new Error(`next typegen failed:\n  ${lastLines(output, 20)}`);
    }
  }
}

/** `npm run build`: makes ahead what `npm start` would. It knows none of the settings. @returns the exit code */
export async function main(): Promise<number> {
  await generateClient();
  if (!(await isBuilt())) {
    await build(placeholderEnvironment);
  }
  return 0;
}
