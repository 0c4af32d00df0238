import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The package that brings Scalar's API reference as one file, ready for a browser. (`@scalar/api-reference` has the same
 * file and 270 packages besides.)
 */
const folder = "node_modules/@scalar/fastify-api-reference";

const fileOf = (path: string) => join(/* turbopackIgnore: true */ process.cwd(), folder, path);

async function readVersion(): Promise<string> {
  const text = await readFile(fileOf("package.json"), "utf8");
  const { version }: { version: unknown } = JSON.parse(text);
  return String(version);
}

let version: Promise<string> | undefined;

/** The version stands in the script's address, so that browsers may keep it for ever. */
export const scalarVersion = (): Promise<string> => (version ??= readVersion());

let script: Promise<Buffer> | undefined;

/** The script, read once for all requests. */
export const scalarScript = (): Promise<Buffer> =>
  (script ??= readFile(fileOf("dist/js/standalone.js")));
