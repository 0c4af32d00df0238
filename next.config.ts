import { join } from "node:path";
import createMDX from "@next/mdx";
import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` judges types, before a commit; a start on someone's machine need not wait for it again.
  typescript: { ignoreBuildErrors: true },
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
