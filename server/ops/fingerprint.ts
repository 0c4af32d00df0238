import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./install.mjs";

/** What lies in these folders and is no input of the product itself. */
const ignored =
  /(^|\/)(generated|testing|node_modules)\/|(^|\/)ops\/(?!hosted-pages)|^public\/assets\/|\.test\.tsx?$/;

/** Every file at or below the path, relative to the project's folder. */
async function filesBelow(path: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  } catch {
    // A single file, or nothing at all: an absent input counts as an empty one.
    return [path];
  }
}

/** Every file at or below the paths. A path where nothing is, stands for itself. */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  return (await Promise.all(paths.map(filesBelow))).flat();
}

/** A hash over the names and contents of all files at or below the paths. */
export async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  const files = await filesOf(paths);
  for (const file of files.filter((each) => !ignored.test(each)).toSorted()) {
    const content = await readFile(join(root, file)).catch(() => Buffer.alloc(0));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Whether the mark says that something was made from inputs of this fingerprint. */
export async function isMarked(mark: string, print: string): Promise<boolean> {
  return (await readFile(join(root, mark), "utf8").catch(() => "")) === print;
}

export async function setMark(mark: string, print: string): Promise<void> {
  await writeFile(join(root, mark), print);
}
