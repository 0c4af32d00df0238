import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { hostedScripts } from "./hosted-pages";
import { root } from "./install.mjs";

// How much JavaScript a browser loads before a page answers to it, by Next's own manifests of the last build.

const BuildManifest = z.object({ rootMainFiles: z.array(z.string()) });
const ClientManifest = z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) });

/** Bytes as they are sent, compressed by gzip. */
export type PageSize = {
  /** As its folder in `app/`: "/(dashboard)/home/page". */
  page: string;
  /** React and Next's own, the same for every page of theirs. */
  frameworkBytes: number;
  /** What this page and the layouts around it add. */
  ownBytes: number;
};

const build = join(root, ".next");
const readText = async (path: string) => await readFile(join(build, path), "utf8");

/** The sizes of all pages of the last build, the largest first. */
export async function pageSizes(): Promise<PageSize[]> {
  const { rootMainFiles } = BuildManifest.parse(JSON.parse(await readText("build-manifest.json")));
  const routes = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readText("app-path-routes-manifest.json")));
  const frameworkBytes = await sizeOfBuilt(rootMainFiles);
  const pages = Object.keys(routes).filter((page) => page.endsWith("/page"));
  const sizes = await Promise.all(
    pages.map(async (page) => {
      const files = new Set(await filesOf(page));
      for (const shared of rootMainFiles) files.delete(shared);
      return { page, frameworkBytes, ownBytes: await sizeOfBuilt([...files]) };
    }),
  );
  const hosted = await sizeOf(await hostedScripts());
  sizes.push({ page: "/(booking): every hosted page", frameworkBytes: 0, ownBytes: hosted });
  return sizes.toSorted((a, b) => b.ownBytes - a.ownBytes);
}

/** The scripts of a page, of its layouts, and of what they show instead of it. */
async function filesOf(page: string): Promise<string[]> {
  const text = await readText(`server/app${page}_client-reference-manifest.js`);
  // `globalThis.__RSC_MANIFEST[…] = {…};`
  const json = text.slice(text.indexOf("= {", text.indexOf(page)) + 2).replace(/;?\s*$/u, "");
  const { entryJSFiles } = ClientManifest.parse(JSON.parse(json));
  return Object.values(entryJSFiles).flat();
}

const sizeOfBuilt = async (files: readonly string[]): Promise<number> =>
  await sizeOf(files.map((file) => join(build, file)));

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(file)).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
