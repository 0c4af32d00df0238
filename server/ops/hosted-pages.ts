import { createHash } from "node:crypto";
import { watch } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import tailwind from "@tailwindcss/postcss";
import { build, type BuildOptions } from "esbuild";
import postcss from "postcss";
import { z } from "zod";
import { root } from "./install.mjs";

// Pages that invitees see are rendered outside of Next's client, and by Preact: a phone loads a quarter of what it would
// with them (DECISIONS.md). They are bundled here, for browsers into public/assets and for the server beside its routes.

const source = join(root, "app/(booking)");
const rendererFolder = join(source, "generated");
const assetsFolder = join(root, "public/assets");

/** What is made, for whoever looks whether it is still there. */
export const hostedOutputs = ["public/assets", "app/(booking)/generated"];

/** What a hosted page loads at once, as addresses: `Assets` of app/(booking)/document.tsx. */
const Assets = z.object({ style: z.string(), script: z.string(), chunks: z.array(z.string()) });
const assetsFile = join(rendererFolder, "assets.json");

/** The scripts that every hosted page loads, as files. */
export async function hostedScripts(): Promise<string[]> {
  const { script, chunks } = Assets.parse(JSON.parse(await readFile(assetsFile, "utf8")));
  return [script, ...chunks].map((url) => join(root, "public", url));
}

const shared = (dev: boolean): BuildOptions => ({
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  // What only a development build would do is left out.
  minifySyntax: true,
  absWorkingDir: root,
  define: { "process.env.NODE_ENV": dev ? '"development"' : '"production"' },
  alias: {
    react: "preact/compat",
    "react/jsx-runtime": "preact/jsx-runtime",
    "react-dom": "preact/compat",
    "react-dom/client": "preact/compat/client",
    "react-dom/server": "preact/compat/server",
  },
  // "use client" is for Next.
  logOverride: { "ignored-bare-import": "silent", "module-level-directive": "silent" },
});

const browserBuild = (dev: boolean) => ({
  ...shared(dev),
  entryPoints: [join(source, "browser.tsx")],
  outdir: assetsFolder,
  entryNames: "page-[hash]",
  chunkNames: "[name]-[hash]",
  splitting: true,
  minify: !dev,
  metafile: true as const,
});

/** Tailwind's classes of what has just been bundled, under a name that changes with them. */
async function makeStyle(dev: boolean): Promise<string> {
  const from = join(source, "hosted.css");
  const { css } = await postcss([tailwind({ optimize: { minify: !dev } })]).process(
    await readFile(from, "utf8"),
    { from },
  );
  const name = `page-${createHash("sha256").update(css).digest("hex").slice(0, 8)}.css`;
  await writeFile(join(assetsFolder, name), css);
  return `/assets/${name}`;
}

/**
 * Makes what hosted pages consist of: scripts and styles in public/assets, under names that change with their content,
 * and the module that renders a page.
 */
export async function makeHostedPages({ dev = false } = {}): Promise<void> {
  await rm(assetsFolder, { recursive: true, force: true });
  const { metafile } = await build(browserBuild(dev));
  const entry = Object.entries(metafile.outputs).find(([, made]) =>
    made.entryPoint?.endsWith("browser.tsx"),
  );
  if (entry === undefined) throw new Error("esbuild made no script of hosted pages");
  const [script, { imports }] = entry;
  const url = (path: string) => `/assets/${basename(path)}`;
  const chunks = imports
    .filter(({ kind }) => kind === "import-statement")
    .map(({ path }) => url(path));
  const assets: z.infer<typeof Assets> = {
    style: await makeStyle(dev),
    script: url(script),
    chunks,
  };
  await mkdir(rendererFolder, { recursive: true });
  await writeFile(assetsFile, JSON.stringify(assets));
  await writeFile(join(rendererFolder, "render.d.mts"), 'export * from "../render";\n');
  await build({
    ...shared(dev),
    entryPoints: [join(source, "render.tsx")],
    outfile: join(rendererFolder, "render.mjs"),
    define: { ...shared(dev).define, hostedAssets: JSON.stringify(assets) },
  });
}

/** For `npm run dev`: makes them now, and again whenever a file of theirs is saved. Reload the page to see it. */
export async function keepHostedPages(): Promise<void> {
  await makeHostedPages({ dev: true });
  let timer: NodeJS.Timeout | undefined;
  watch(join(root, "app"), { recursive: true }, (_, file) => {
    if (file === null || !/^(\(booking\)|_components|_trpc|design)/u.test(file)) return;
    if (file.includes("generated")) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      makeHostedPages({ dev: true }).catch((error: unknown) => {
        process.stderr.write(
          `Hosted pages: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      });
    }, 100);
  });
}
