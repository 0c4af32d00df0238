import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { settings } from "../env";
import { selfSigned } from "../testing/certificate";
import { guideTexts, snippetsOf } from "../testing/guides/snippets";

const guide = guideTexts.get("self-hosting") ?? "";

/** What the launcher reads itself, before there is a server (server/ops). */
async function launcherSettings(): Promise<string[]> {
  const folder = new URL("../ops/", import.meta.url);
  const files = (await readdir(folder)).filter((file) => !file.includes(".test."));
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), "utf8")));
  return texts.flatMap((text) =>
    [...text.matchAll(/process\.env\["(ASTROCAL_\w+)"\]/g)].map(([, name = ""]) => name),
  );
}

/** Names in capitals with an underscore, and what is set in a file of settings. */
const namesIn = (text: string): Set<string> =>
  new Set([
    ...(text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []),
    ...[...text.matchAll(/^([A-Z]+)=/gm)].map(([, name = ""]) => name),
  ]);

test("every setting that the guide to self-hosting names is one", async () => {
  const known = new Set([...settings, ...(await launcherSettings()), "BASE_URL"]);
  const named = namesIn(guide);
  expect(named.size).toBeGreaterThan(15);
  expect([...named].filter((name) => !known.has(name))).toEqual([]);
});

test("every setting is told of in the README or in a guide", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const text = [readme, ...guideTexts.values()].join("\n");
  const told = new Set([...text.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = ""]) => name));
  // The launcher decides it: npm start is production, npm run dev is not.
  const own = new Set(["NODE_ENV"]);
  const all = [...settings, ...(await launcherSettings())];
  expect(all.filter((name) => !own.has(name) && !told.has(name))).toEqual([]);
});

const files = ["astrocal.service", "Caddyfile", "astrocal.conf"] as const;

/** The file as the guide shows it, in a folder of its own until the test ends. */
async function fileOf(name: (typeof files)[number], change: (text: string) => string) {
  const fence = snippetsOf("self-hosting").find(({ meta }) => meta["title"]?.endsWith(name));
  const folder = await mkdtemp(join(tmpdir(), "astrocal-hosting-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  const shown = fence?.code ?? "";
  const changed = change(shown);
  expect(changed).not.toBe(shown);
  await writeFile(path, changed);
  return { folder, path };
}

function run(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

const tool = (command: string, ask: string) => ({
  has: spawnSync(command, [ask]).status === 0,
  note: (has: boolean) => (has ? "" : ` (skipped: this machine has no ${command})`),
});
const [systemd, caddy, nginx] = [
  tool("systemd-analyze", "--version"),
  tool("caddy", "version"),
  tool("nginx", "-v"),
];

test.runIf(systemd.has)(
  `systemd has nothing to say against the unit${systemd.note(systemd.has)}`,
  async () => {
    // The account and the folder are the reader's.
    const { path } = await fileOf("astrocal.service", (text) =>
      text.replace("User=astrocal", "User=root").replace("=/opt/astrocal", `=${process.cwd()}`),
    );
    expect(run("systemd-analyze", ["verify", "--man=no", path])).toEqual({ status: 0, said: "" });
  },
);

test.runIf(caddy.has)(`Caddy takes the Caddyfile${caddy.note(caddy.has)}`, async () => {
  const { path } = await fileOf("Caddyfile", (text) => `# as it is\n${text}`);
  const { status, said } = run("caddy", ["validate", "--adapter", "caddyfile", "--config", path]);
  expect({ status, said }).toMatchObject({ status: 0 });
  expect(said).toContain("Valid configuration");
  expect(said).not.toContain("not formatted");
});

test.runIf(nginx.has)(`nginx takes its configuration${nginx.note(nginx.has)}`, async () => {
  const { cert, key } = selfSigned("book.example.com");
  const { path, folder } = await fileOf("astrocal.conf", (text) =>
    text.replaceAll("/etc/letsencrypt/live/book.example.com/", ""),
  );
  await writeFile(join(folder, "fullchain.pem"), cert);
  await writeFile(join(folder, "privkey.pem"), key);
  const main = join(folder, "nginx.conf");
  const own = `pid ${folder}/pid; error_log stderr; events {} http { access_log off; include ${path}; }`;
  await writeFile(main, own);
  const { status, said } = run("nginx", ["-t", "-p", folder, "-c", main]);
  expect({ status, said }).toMatchObject({ status: 0 });
  expect(said).not.toContain("[warn]");
});
