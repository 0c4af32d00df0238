import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { expect, onTestFinished, test } from "vitest";
import { snippetsOf } from "../testing/guides/snippets";
import { newSecret, signatureHeaders } from "../webhooks/sign";

const body = '{"event":"booking.created","data":{"invitee_name":"Zoë ☂"}}';
const tampered = body.replace("Zoë", "Zoe");
const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";
const [newer, older, other] = [newSecret(), newSecret(), newSecret()];
const minuteMs = 60_000;

const signedAt = (agoMs: number) =>
  signatureHeaders({ id, atMs: Date.now() - agoMs, body }, [newer, older]);
const now = signedAt(0);
const without = (name: string) =>
  Object.fromEntries(Object.entries(now).filter(([n]) => n !== name));

type Delivery = { headers: Record<string, string>; body: string; secret: string };
/** What becomes of a delivery by the Standard Webhooks headers, and by X-Astrocal-Signature. */
type Case = [what: string, delivery: Delivery, standard: boolean, own: boolean];

const cases: Case[] = [
  ["signed by the new secret", { headers: now, body, secret: newer }, true, true],
  // While a secret is rotated both sign; the header of ours is the new one's.
  ["signed by the old secret too", { headers: now, body, secret: older }, true, false],
  ["two minutes old", { headers: signedAt(2 * minuteMs), body, secret: newer }, true, true],
  ["signed by another secret", { headers: now, body, secret: other }, false, false],
  ["with another body", { headers: now, body: tampered, secret: newer }, false, false],
  ["six minutes old", { headers: signedAt(6 * minuteMs), body, secret: newer }, false, true],
  ["six minutes ahead", { headers: signedAt(-6 * minuteMs), body, secret: newer }, false, true],
  [
    "of no time",
    { headers: { ...now, "webhook-timestamp": "x" }, body, secret: newer },
    false,
    true,
  ],
  ["of another id", { headers: { ...now, "webhook-id": "x" }, body, secret: newer }, false, true],
  [
    "without a timestamp",
    { headers: without("webhook-timestamp"), body, secret: newer },
    false,
    true,
  ],
  [
    "without a signature",
    { headers: without("webhook-signature"), body, secret: newer },
    false,
    true,
  ],
  ["without ours", { headers: without("x-astrocal-signature"), body, secret: newer }, true, false],
  ["without any header", { headers: {}, body, secret: newer }, false, false],
];
const expected = cases.map(([what, , standard, own]) => ({ what, standard, own }));

type Program = {
  language: string;
  command: string[];
  /** Files of the program, from the guide's code; the last is run. It reads deliveries and writes pairs. */
  files: (code: string) => Record<string, string>;
};

const javaScript = (code: string) =>
  ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  }).outputText;

const programs: Program[] = [
  {
    language: "ts",
    command: ["node"],
    files: (code) => ({
      "verify.mjs": javaScript(code),
      "main.mjs": `import { isAuthentic, isAstrocals } from "./verify.mjs";
import { readFileSync } from "node:fs";
const all = JSON.parse(readFileSync(0, "utf8"));
const judge = ({ headers, body, secret }) =>
  [isAuthentic(headers, body, secret), isAstrocals(headers, body, secret)];
console.log(JSON.stringify(all.map(judge)));`,
    }),
  },
  {
    language: "python",
    command: ["python3"],
    files: (code) => ({
      "verify.py": code,
      "main.py": `import json, sys
from verify import is_authentic, is_astrocals
def judge(each):
    given = (each["headers"], each["body"].encode(), each["secret"])
    return [is_authentic(*given), is_astrocals(*given)]
print(json.dumps([judge(each) for each in json.load(sys.stdin)]))`,
    }),
  },
  {
    language: "php",
    command: ["php"],
    files: (code) => ({
      "verify.php": code,
      "main.php": `<?php
error_reporting(E_ALL);
require __DIR__ . "/verify.php";
$judge = fn($it) => [is_authentic($it["headers"], $it["body"], $it["secret"]),
                     is_astrocals($it["headers"], $it["body"], $it["secret"])];
echo json_encode(array_map($judge, json_decode(stream_get_contents(STDIN), true)));`,
    }),
  },
  {
    language: "go",
    command: ["go", "run", "verify.go"],
    files: (code) => ({
      "verify.go": code.replace("package webhooks", "package main"),
      "main.go": `package main
import ("encoding/json"; "net/http"; "os")
func main() {
	var all []struct { Headers map[string]string; Body, Secret string }
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil { panic(err) }
	judged := [][]bool{}
	for _, each := range all {
		headers := http.Header{}
		for name, value := range each.Headers { headers.Set(name, value) }
		judged = append(judged, []bool{IsAuthentic(headers, []byte(each.Body), each.Secret),
			IsAstrocals(headers, []byte(each.Body), each.Secret)})
	}
	json.NewEncoder(os.Stdout).Encode(judged)
}`,
    }),
  },
  {
    language: "ruby",
    command: ["ruby"],
    files: (code) => ({
      "verify.rb": code,
      "main.rb": `require "json"
require_relative "verify"
all = JSON.parse(STDIN.read)
print JSON.generate(all.map { |it|
  given = it.values_at("headers", "body", "secret")
  [authentic?(*given), astrocals?(*given)] })`,
    }),
  },
];

const isInstalled = (command: string) =>
  spawnSync(command, [command === "go" ? "version" : "--version"]).status === 0;

const titled = programs.map((program) => {
  const [command = ""] = program.command;
  const runs = isInstalled(command);
  const note = runs ? "" : ` (skipped: this machine has no ${command})`;
  return { program, runs, title: `the guide's code in ${program.language}${note}` };
});

for (const { program, runs, title } of titled) {
  test.runIf(runs)(`${title} accepts what is authentic, and nothing else`, async () => {
    const fences = snippetsOf("webhooks").filter(
      ({ language, meta }) => language === program.language && "norun" in meta,
    );
    expect(fences).toHaveLength(1);
    const folder = await mkdtemp(join(tmpdir(), "astrocal-snippet-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const files = program.files(fences[0]?.code ?? "");
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const [command = "", ...args] = program.command;
    const done = spawnSync(command, [...args, Object.keys(files).at(-1) ?? ""], {
      cwd: folder,
      input: JSON.stringify(cases.map(([, delivery]) => delivery)),
      encoding: "utf8",
    });
    expect(done.stderr).toBe("");
    const judged: unknown = JSON.parse(done.stdout);
    expect(judged).toEqual(expected.map(({ standard, own }) => [standard, own]));
  });
}

test("every language that the guide shows is run", () => {
  const shown = snippetsOf("webhooks").flatMap(({ language, meta }) =>
    meta["title"]?.startsWith("verify.") ? [language] : [],
  );
  expect(shown.toSorted()).toEqual(programs.map(({ language }) => language).toSorted());
});
