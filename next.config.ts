import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` judges types, before a commit; a start on someone's machine need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // These hold native or dynamically loaded parts that a bundle would break.
  serverExternalPackages: ["pg", "pino", "@prisma/client", "@prisma/adapter-pg"],
};

export default config;
