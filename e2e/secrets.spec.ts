import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { bootstrap, signIn } from "./fixtures";

/** What only the server may know. */
const names = ["ASTROCAL_SERVICE_KEY", "AUTH_SECRET", "ENCRYPTION_KEYS", "DATABASE_URL"] as const;

const Secrets = z.record(z.string(), z.string().min(32));

/** The secrets of the server under test, as it keeps them. */
async function readSecrets(): Promise<string[]> {
  const folder = process.env["ASTROCAL_DATA_DIR"] ?? ".data";
  const text = await readFile(join(folder, "secrets.json"), "utf8");
  return Object.values(Secrets.parse(JSON.parse(text)));
}

test("no script that browsers are given holds a secret, or the name of one", async () => {
  const secrets = [...names, ...(await readSecrets())];
  const folder = ".next/static";
  const files = await readdir(folder, { recursive: true });
  const scripts = files.filter((file) => /\.(js|css|map)$/.test(file));
  expect(scripts.length).toBeGreaterThan(10);
  for (const script of scripts) {
    const text = await readFile(join(folder, script), "utf8");
    expect(secrets.filter((secret) => text.includes(secret)).length, script).toBe(0);
  }
});

test("no page that the dashboard answers holds a secret", async ({ page }) => {
  await signIn(page, await bootstrap("Keeps its secrets"));
  const values: string[] = [];
  page.on("response", (response) => {
    void response.text().then(
      (text) => values.push(text),
      // Redirects and prefetches that are given up have no body.
      () => {},
    );
  });
  for (const path of ["/event-types", "/bookings", "/settings/api-keys"]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  expect(values.length).toBeGreaterThan(3);
  const leaked = (await readSecrets()).filter((secret) =>
    values.some((text) => text.includes(secret)),
  );
  expect(leaked).toHaveLength(0);
});
