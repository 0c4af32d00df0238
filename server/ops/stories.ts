import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireChromium } from "./chromium";
import { launch, untilUp } from "./launched";
import { freePort } from "./ports.mjs";
import { beforeExit } from "./shutdown.mjs";

/** `npm start` on an empty data folder, for what a browser is to do with it. */
export interface StoryServer {
  /** What playwright.config.ts and the stories are told. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Waits for browser and server.
   * @returns the browser's path
   * @throws an Error that says what is missing
   */
  readonly untilReady: () => Promise<string>;
  /** @throws with what it printed when it does not end in order */
  readonly stop: () => Promise<void>;
}

/** Starts it; its data go when it is stopped. */
export async function launchForStories(): Promise<StoryServer> {
  const folder = await mkdtemp(join(tmpdir(), "astrocal-e2e-"));
  const port = await freePort();
  const env = {
    ASTROCAL_DATA_DIR: folder,
    ASTROCAL_DEMO: "off",
    DATABASE_URL: "",
    PUBLIC_URL: "",
    HOST: "",
    // One address tells all the stories.
    PUBLIC_RATE_LIMIT: "100000",
    PORT: String(port),
    // The stories' receivers listen on this machine.
    WEBHOOK_ALLOW_PRIVATE: "on",
  };
  const server = launch(env);
  beforeExit(() => server.child.kill());
  return {
    env: { ...env, E2E_BASE_URL: `http://localhost:${port}` },
    untilReady: async () => {
      const browser = await requireChromium();
      await untilUp(server);
      return browser;
    },
    stop: async () => {
      server.child.kill("SIGTERM");
      const code = await server.ended;
      await rm(folder, { recursive: true, force: true });
      if (code !== 0) {
        throw new Error(`npm start ended with ${code} on SIGTERM:\n${server.output()}`);
      }
    },
  };
}
