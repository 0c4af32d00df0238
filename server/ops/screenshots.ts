import { build, generateClient, isBuilt } from "./build";
import { placeholderEnvironment } from "./environment";
import { Steps } from "./steps.mjs";
import { launchForStories } from "./stories";
import { runTool } from "./tool";

/**
 * `npm run screenshots`: every page and what opens on it, at the width of a phone, a tablet and a desktop, in both
 * themes. What is given besides goes to Playwright. @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  const steps = new Steps(process.stdout);
  await generateClient();
  if (!(await isBuilt())) {
    await steps.step("Build", async () => {
      await build(placeholderEnvironment);
      return "made";
    });
  }
  const server = await launchForStories();
  await steps.step("Browser and server", server.untilReady);
  const { code } = await runTool("playwright", ["test", "--project=screenshots", ...args], {
    env: server.env,
    show: true,
  });
  await server.stop();
  return code;
}
