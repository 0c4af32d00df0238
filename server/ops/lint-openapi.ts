import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { placeholderEnvironment } from "./environment";
import { root } from "./install.mjs";
import { runTool } from "./tool";

// Lints the OpenAPI document as it is published, by two linters that know different things. A warning fails too.

Object.assign(process.env, placeholderEnvironment, { PUBLIC_URL: "https://astrocal.invalid" });
// The server reads its environment as it is loaded.
const { openApiDocument } = await import("../openapi");

const file = "test-results/openapi.json";
await mkdir(join(root, "test-results"), { recursive: true });
await writeFile(join(root, file), JSON.stringify(openApiDocument(), null, 2));

const linters = [
  {
    tool: "redocly",
    args: ["lint", file, "--max-problems=200"],
    clean: /your API description is valid/i,
  },
  { tool: "spectral", args: ["lint", file, "--fail-severity=hint"], clean: /No results/ },
];

for (const { tool, args, clean } of linters) {
  const { code, output } = await runTool(tool, args, {
    env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "true" },
  });
  const warned = /\b[1-9]\d* warnings?\b/.test(output);
  if (code !== 0 || warned || !clean.test(output)) {
    process.stdout.write(`${output}\n`);
    process.exitCode = 1;
  }
}
process.exit();
