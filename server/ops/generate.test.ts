import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledFiles, describedFiles } from "./generate";
import { root } from "./install.mjs";

test.each([
  ["the OpenAPI document", describedFiles],
  ["their sources", bundledFiles],
])("generated files are what %s makes; if not, npm run generate", async (_, make) => {
  const fresh = await make();
  for (const [path, text] of Object.entries(fresh)) {
    const kept = await readFile(join(root, path), "utf8").catch(() => "");
    // Whole files of many lines: what differs is in `git diff` after generating.
    expect({ path, isFresh: kept === text }).toEqual({ path, isFresh: true });
  }
});
