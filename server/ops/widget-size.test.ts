import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { root } from "./install.mjs";

const read = async (path: string) => await readFile(join(root, "public", path));

test("the widget is at most 40 kB as it is sent, and the SDK not a quarter of that", async () => {
  expect(gzipSync(await read("widget/v1/astrocal.js")).length).toBeLessThanOrEqual(40_000);
  expect(gzipSync(await read("sdk/v1/astrocal.js")).length).toBeLessThanOrEqual(10_000);
});

test("neither parses text as HTML or code, talks to frames, or touches cookies and storage", async () => {
  for (const path of ["widget/v1/astrocal.js", "sdk/v1/astrocal.js"]) {
    const text = String(await read(path));
    expect(text).not.toMatch(
      /innerHTML|insertAdjacentHTML|postMessage|\.cookie\b|localStorage|sessionStorage|\beval\(|new Function/,
    );
  }
});
