import { dataFolder, lockFile, makeDataFolder } from "./data-folder.mjs";
import { installDependencies, requireNode } from "./install.mjs";
import { LockedError, takeLock } from "./lock.mjs";
import { requirePort } from "./ports.mjs";
import { beforeExit, isStopping, shutDown, stopOnSignals } from "./shutdown.mjs";
import { sentenceOf, Steps } from "./steps.mjs";

// `npm start` and, with --dev, `npm run dev`. What is here runs before anything is installed; the rest is start.ts.

const dev = process.argv.includes("--dev");
const name = dev ? "npm run dev" : "npm start";
const steps = new Steps(process.stdout);

/** @param {unknown} error */
function sentence(error) {
  return error instanceof LockedError
    ? `${sentenceOf(error)} with the data in ${dataFolder}. Stop it first; or run a second Astrocal beside it with ` +
        "another ASTROCAL_DATA_DIR and another PORT."
    : sentenceOf(error);
}

try {
  requireNode();
  stopOnSignals(() => steps.write(`\n${steps.paint("Stopping …", "dim")}\n`));
  await makeDataFolder();
  beforeExit(await takeLock(lockFile, name));
  const host = process.env["HOST"] || "127.0.0.1";
  const port = await requirePort(process.env["PORT"] || "3000", host);
  await installDependencies(steps, dev);
  const { register } = await import("tsx/esm/api");
  register();
  const { start } = await import("./start.ts");
  await start(steps, { dev, port, host });
} catch (error) {
  if (!isStopping()) {
    process.stderr.write(`\n${steps.paint(sentence(error), "red")}\n`);
    await shutDown(1);
  }
}
