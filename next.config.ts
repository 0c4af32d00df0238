import { join } from "node:path";
import createMDX from "@next/mdx";
import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` judges types, before a commit; a start on someone's machine need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // The SDK and the widget are for other sites: their modules may be imported from there, and renewed within minutes.
  headers: async () => [
    {
      source: "/:kind(sdk|widget)/v1/:file*",
      headers: [
        { key: "Access-Control-Allow-Origin", value: "*" },
        { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
        { key: "Cache-Control", value: "public, max-age=300" },
      ],
    },
    {
      // Their names change with their content (server/ops/hosted-pages.ts).
      source: "/assets/:file*",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
    {
      // By its ending it would be a video.
      source: "/sdk/v1/:file(.*\\.d\\.ts)",
      headers: [{ key: "Content-Type", value: "application/typescript; charset=utf-8" }],
    },
    {
      // Deno takes the types from there.
      source: "/sdk/v1/astrocal.js",
      headers: [{ key: "X-TypeScript-Types", value: "./astrocal.d.ts" }],
    },
  ],
  // These hold native or dynamically loaded parts that a bundle would break.
  serverExternalPackages: ["pg", "pino", "@prisma/client", "@prisma/adapter-pg"],
};

// The guides (app/(site)/docs). Turbopack takes plugins by name or path only.
const withMDX = createMDX({
  options: {
    remarkPlugins: ["remark-gfm", join(process.cwd(), "server/docs/remark-guide.mjs")],
  },
});

export default withMDX(config);
