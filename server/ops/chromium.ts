import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";

const run = promisify(execFile);

/** Where Debian and its like install it. Playwright's own cannot be downloaded everywhere. */
export const systemChromium = "/usr/bin/chromium";

/** The browser there is: the system's, else Playwright's own, else none. */
export function findChromium(): string | undefined {
  return [systemChromium, chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * The browser for the end-to-end tests; Debian's is installed when there is none and we are root.
 * @throws an Error that says how to get one
 */
export async function requireChromium(): Promise<string> {
  const found = findChromium();
  if (found !== undefined) {
    return found;
  }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const options = { env, maxBuffer: 64 * 1024 * 1024 };
    await run("apt-get", ["update", "-qq"], options);
    await run("apt-get", ["install", "-y", "-qq", "chromium"], options);
    const installed = findChromium();
    if (installed !== undefined) {
      return installed;
    }
  }
  throw new Error(
    "The end-to-end tests need Chromium. Install it (as root: apt-get install -y chromium), or Playwright's own: " +
      "npx playwright install chromium",
  );
}
