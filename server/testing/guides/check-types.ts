import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type Snippet, whereIs } from "./snippets";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** As strict as anybody's project may be. */
const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2024.d.ts"],
  types: ["node"],
};

/** What the compiler has to say of the snippets, each a module of its own. */
export function typeErrors(snippets: readonly Snippet[]): string[] {
  // Beside the SDK's declarations, as a reader saves them.
  const files = new Map(
    snippets.map((snippet, index) => [`${root}public/sdk/v1/snippet-${index}.mts`, snippet]),
  );
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const snippet = files.get(name);
    return snippet === undefined
      ? getSourceFile(name, languageVersion, ...rest)
      : ts.createSourceFile(name, snippet.code, languageVersion);
  };
  host.getCurrentDirectory = () => root;
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const snippet = files.get(file?.fileName ?? "");
    const text = ts.flattenDiagnosticMessageText(messageText, "\n");
    if (snippet === undefined || file === undefined) return text;
    const line = snippet.line + file.getLineAndCharacterOfPosition(start).line;
    return `${whereIs({ ...snippet, line })}: ${text}`;
  });
}
