import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma downloads a native engine from its own host unless told of another. Ours (prisma/schema-engine.mjs)
// runs the same engine, compiled to WebAssembly, from the lock file: no download. A person's own setting wins.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= fileURLToPath(
  new URL("prisma/schema-engine.mjs", import.meta.url),
);

// Commands that do not talk to a database (generate, validate) need no address.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: {
    url: process.env["DATABASE_URL"] ?? "postgresql://unset:unset@127.0.0.1:5432/unset",
  },
});
