import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { systemChromium } from "./server/ops/chromium";

// `npm test` starts the server and names it here. To run a story alone against a server of yours:
//   E2E_BASE_URL=http://localhost:3000 npx playwright test e2e/<story>.spec.ts
// In the environment that `npm test` gives, `npm run --silent admin -- bootstrap …` reaches that server's database.

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  // Two files at a time: stories wait for pages more than they compute, and each has organizations of its own. None is told
  // twice: what passes on a second try is broken.
  workers: 2,
  retries: 0,
  // Long, since what they tell is not how fast a busy machine is; only what fails takes them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: "stories", testMatch: "*.spec.ts" },
    // `npm run screenshots`: they prove nothing by themselves.
    { name: "screenshots", testMatch: "*.screenshots.ts" },
  ],
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
