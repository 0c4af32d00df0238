import { installDependencies, requireNode } from "./install.mjs";
import { isStopping, shutDown, stopOnSignals } from "./shutdown.mjs";
import { sentenceOf, Steps } from "./steps.mjs";

// `npm test`, `npm run build`, `check`, `fuzz`, `generate`, `screenshots`, `sizes`, `worker` and `admin`: installs what is
// missing, then hands over to <command>.ts.

const commands = [
  "admin",
  "build",
  "check",
  "fuzz",
  "generate",
  "screenshots",
  "sizes",
  "test",
  "worker",
];
const [command = "", ...args] = process.argv.slice(2);

try {
  if (!commands.includes(command)) {
    throw new Error(`Usage: node server/ops/run.mjs ${commands.join("|")}`);
  }
  requireNode();
  stopOnSignals(() => {});
  // Standard output belongs to the command: machines read it.
  const forDevelopment = ["check", "generate", "screenshots", "test"].includes(command);
  await installDependencies(new Steps(process.stderr), forDevelopment);
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import(`./${command}.ts`);
  await shutDown(await main(args));
} catch (error) {
  if (!isStopping()) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    await shutDown(1);
  }
}
