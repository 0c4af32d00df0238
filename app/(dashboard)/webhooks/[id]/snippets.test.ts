import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { newSecret, signatureHeaders } from "@/server/webhooks/sign";
import { snippets } from "./snippets";

const codeOf = (language: string) =>
  snippets.find((snippet) => snippet.language === language)?.code ?? "";

const body = '{"event":"booking.created","data":{"invitee_name":"Zoë ☂"}}';
const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";
const [newer, older, other] = [newSecret(), newSecret(), newSecret()];
const minuteMs = 60_000;

type Case = { secret: string; body: string; headers: Record<string, string>; isAuthentic: boolean };

const signedAt = (agoMs: number) =>
  signatureHeaders({ id, atMs: Date.now() - agoMs, body }, [newer, older]);

/** What a snippet must make of deliveries, those signed by two secrets among them. */
const cases: Case[] = [
  { secret: newer, body, headers: signedAt(0), isAuthentic: true },
  { secret: older, body, headers: signedAt(2 * minuteMs), isAuthentic: true },
  { secret: other, body, headers: signedAt(0), isAuthentic: false },
  { secret: newer, body: body.replace("Zoë", "Zoe"), headers: signedAt(0), isAuthentic: false },
  { secret: newer, body, headers: { ...signedAt(0), "webhook-id": "x" }, isAuthentic: false },
  { secret: newer, body, headers: signedAt(6 * minuteMs), isAuthentic: false },
];
const expected = JSON.stringify(cases.map(({ isAuthentic }) => isAuthentic));

/** Runs a program with the cases as its input. @returns what it prints */
async function run(program: string, name: string, code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "astrocal-snippet-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), code);
  const done = spawnSync(program, [join(folder, name)], {
    input: JSON.stringify(cases),
    encoding: "utf8",
  });
  return done.stdout + done.stderr;
}

const isInstalled = (program: string) => spawnSync(program, ["--version"]).status === 0;

test("the Node.js snippet accepts what is signed by either secret, and nothing else", async () => {
  const code = `${codeOf("Node.js")}
import { readFileSync } from "node:fs";
const cases = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cases.map((c) => isAuthentic(c.headers, c.body, c.secret))));`;
  expect(await run("node", "verify.mjs", code)).toBe(expected);
});

test.runIf(isInstalled("python3"))("the Python snippet does too", async () => {
  const code = `${codeOf("Python")}

import json, sys
cases = json.load(sys.stdin)
print(json.dumps([is_authentic(c["headers"], c["body"].encode(), c["secret"]) for c in cases], separators=(",", ":")), end="")`;
  expect(await run("python3", "verify.py", code)).toBe(expected);
});

test.runIf(isInstalled("php"))("the PHP snippet does too", async () => {
  const code = `<?php
${codeOf("PHP")}
$cases = json_decode(stream_get_contents(STDIN), true);
echo json_encode(array_map(fn($c) => is_authentic($c["headers"], $c["body"], $c["secret"]), $cases));`;
  expect(await run("php", "verify.php", code)).toBe(expected);
});

test.runIf(isInstalled("ruby"))("the Ruby snippet does too", async () => {
  const code = `${codeOf("Ruby")}
require "json"
cases = JSON.parse(STDIN.read)
print JSON.generate(cases.map { |c| authentic?(c["headers"], c["body"], c["secret"]) })`;
  expect(await run("ruby", "verify.rb", code)).toBe(expected);
});

test("the TypeScript snippet answers 204 to what is authentic and 400 to the rest", async () => {
  const code = codeOf("TypeScript").replace("export async", "async");
  const { Webhook } = await import("standardwebhooks");
  for (const each of cases) {
    const script = `${code.replace(/^import.*$/m, "").replace("request: Request", "request")}; return POST;`;
    // oxlint-disable-next-line typescript/no-implied-eval -- the snippet as it is shown
    const make = new Function("Webhook", "process", script);
    const post: unknown = make(Webhook, { env: { WEBHOOK_SECRET: each.secret } });
    if (typeof post !== "function") throw new Error("the snippet makes no handler");
    const request = new Request("https://example.com", {
      method: "POST",
      headers: each.headers,
      body: each.body,
    });
    const answer: unknown = await post(request);
    expect(answer).toMatchObject({ status: each.isAuthentic ? 204 : 400 });
  }
});
