import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { systemChromium } from "./server/ops/chromium";

// `npm test` starts the server and names it here. To run a story alone against a server of yours:
//   E2E_BASE_URL=http://localhost:3000 npx playwright test e2e/<story>.spec.ts
// In the environment that `npm test` gives, `npm run --silent admin -- bootstrap …` reaches that server's database.

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  // One story after the other, and none twice: what passes on a second try is broken.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: process.env["E2E_BASE_URL"] ?? "http://localhost:3000",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
      args: [
        // Chromium's sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
