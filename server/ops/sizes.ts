import { build, isBuilt } from "./build";
import { placeholderEnvironment } from "./environment";
import { pageSizes } from "./page-sizes";

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);

/** `npm run sizes`: the JavaScript of every page, in kB as it is sent. @returns the exit code */
export async function main(): Promise<number> {
  if (!(await isBuilt())) {
    await build(placeholderEnvironment);
  }
  process.stdout.write("  whole     own  page (kB of JavaScript, gzip)\n");
  for (const { page, frameworkBytes, ownBytes } of await pageSizes()) {
    process.stdout.write(
      `${kilobytes(frameworkBytes + ownBytes)} ${kilobytes(ownBytes)}  ${page}\n`,
    );
  }
  return 0;
}
