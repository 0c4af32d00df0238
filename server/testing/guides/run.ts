import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** How a command ended, and what it printed. */
export type Outcome = { code: number; stdout: string; stderr: string };

/** No snippet takes longer, but one that waits for what does not come. */
const deadlineMs = 90_000;

async function run(
  command: string,
  args: string[],
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const own = { NODE_ENV: "production" as const, PATH: process.env["PATH"] ?? "" };
  const options = { timeout: deadlineMs, env: { ...own, ...env } };
  return await new Promise((done, fail) => {
    execFile(command, args, { ...options, encoding: "utf8" }, (error, stdout, stderr) => {
      if (error?.code === "ENOENT") {
        fail(new Error(`The guides' snippets need ${command}: apt-get install ${command}`));
      } else {
        done({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
      }
    });
  });
}

/** Runs shell lines as a reader pastes them. A failing command in between fails them all. */
export async function runShell(
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  await run("curl", ["--version"], {});
  return await run("bash", ["-euo", "pipefail", "-c", code], env);
}

const sdk = fileURLToPath(new URL("../../../public/sdk/v1/astrocal.js", import.meta.url));

/** Runs a TypeScript module of its own, the SDK beside it. */
export async function runTypeScript(
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "astrocal-snippet-"));
  try {
    const file = join(folder, "snippet.mjs");
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    await writeFile(file, outputText);
    await copyFile(sdk, join(folder, "astrocal.js"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    return await run(process.execPath, [file], env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
