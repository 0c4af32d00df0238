import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import openapiTypes, { astToString } from "openapi-typescript";
import ts from "typescript";
import { z } from "zod";
import { placeholderEnvironment } from "./environment";
import { root } from "./install.mjs";

// What is made from other files and kept beside them: `npm run generate` writes it, and a test holds that it is fresh.

const header = "// Made by `npm run generate`: change what it is made from.\n";

const Parameter = z.looseObject({ name: z.string(), in: z.string() });
const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(Parameter).default([]),
  responses: z.record(z.string(), z.looseObject({})),
});
const methods = ["get", "post", "put", "patch", "delete"] as const;
type Operation = z.infer<typeof Operation>;
type Described = { method: string; path: string; operation: Operation };
type Document = { components?: unknown; paths?: Record<string, Record<string, unknown>> };

/** The published operations, and the document around them. */
async function readDocument(): Promise<{ document: Document; operations: Described[] }> {
  // The server reads its environment as it is loaded; what is made does not depend on it.
  for (const [name, value] of Object.entries(placeholderEnvironment)) process.env[name] ??= value;
  const { openApiDocument } = await import("../openapi");
  const document = z
    .looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(JSON.parse(JSON.stringify(openApiDocument())));
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    methods.flatMap((method) =>
      byMethod[method] === undefined
        ? []
        : [{ method, path, operation: Operation.parse(byMethod[method]) }],
    ),
  );
  return { document, operations };
}

/** A value without what no type says. */
function withoutExamples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExamples);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== "example" && name !== "examples");
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutExamples(each)]));
}

/** An operation as a client of ours sees it: refusals are thrown, and headers are its own affair. */
function slim({ responses, parameters, ...operation }: Operation) {
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, answer]) => [status, { ...answer, headers: undefined }]);
  return {
    ...operation,
    parameters: parameters.filter(({ in: place }) => place !== "header"),
    responses: Object.fromEntries(answers),
  };
}

/** The types of every operation, by openapi-typescript. */
async function typesOf(document: Document, operations: readonly Described[]): Promise<string> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operation } of operations) {
    paths[path] = { ...paths[path], [method]: slim(operation) };
  }
  const components = { ...z.looseObject({}).parse(document.components), securitySchemes: {} };
  const slimmed = withoutExamples({ ...document, components, paths });
  return header + astToString(await openapiTypes(JSON.stringify(slimmed)));
}

/** Method, path and names in the query of each operation. */
function routesOf(operations: readonly Described[]): string {
  const rows = operations
    .toSorted((a, b) => a.operation.operationId.localeCompare(b.operation.operationId, "en"))
    .map(({ method, path, operation: { operationId, parameters } }) => {
      const names = parameters.filter((each) => each.in === "query").map(({ name }) => name);
      // Without a body everything that is not in the path is in the query.
      const told = method === "get" || method === "delete" ? [] : names;
      return `  ${operationId}: ${JSON.stringify([method.toUpperCase(), path, ...told])},`;
    });
  const type = "Readonly<Record<string, readonly string[]>>";
  return `${header}export const routes: ${type} = {\n${rows.join("\n")}\n};\n`;
}

/** What follows from the OpenAPI document: path → text. */
export async function describedFiles(): Promise<Record<string, string>> {
  const { document, operations } = await readDocument();
  return {
    "public/sdk/v1/openapi.d.ts": await typesOf(document, operations),
    "app/_sdk/routes.ts": routesOf(operations),
  };
}

const sdk = ["error", "request", "client", "webhook"].map((name) => `${root}app/_sdk/${name}.ts`);

/** The declarations of the SDK's modules as those of one, without what is internal. */
function sdkDeclarations(): string {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: sdk }, ts.sys, root);
  const emitted = new Map<string, string>();
  const own = { noEmit: false, incremental: false, declaration: true, emitDeclarationOnly: true };
  ts.createProgram(sdk, { ...options, ...own, stripInternal: true }).emit(undefined, (path, text) =>
    emitted.set(path.replace(/\.d\.ts$/, ".ts"), text),
  );
  const texts = sdk.map((file) => {
    const text = emitted.get(file);
    if (text === undefined) throw new Error(`No declarations of ${file} were made`);
    return text.replaceAll(/^(?:import .*|export \{\};)\n/gm, "");
  });
  const types = 'import type { components, operations } from "./openapi.js";\n\n';
  return `${header + types + texts.join("\n")}\nexport {};\n`;
}

/** A script of ours as browsers take it. */
async function bundle(entry: string, options: object): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    absWorkingDir: root,
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}

/** What follows from sources of ours: path → text. */
export async function bundledFiles(): Promise<Record<string, string>> {
  const script = await bundle("app/_sdk/astrocal.ts", { format: "esm" });
  const widget = await bundle("app/_widget/astrocal.ts", { format: "iife", minify: true });
  return {
    "public/widget/v1/astrocal.js": header + widget,
    "public/sdk/v1/astrocal.js": header + script,
    "public/sdk/v1/astrocal.d.ts": sdkDeclarations(),
  };
}

/** `npm run generate`. @returns the exit code */
export async function main(): Promise<number> {
  // The second is made of the first.
  for (const make of [describedFiles, bundledFiles]) {
    for (const [path, text] of Object.entries(await make())) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  }
  return 0;
}
