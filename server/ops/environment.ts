import type { OpenDatabase } from "./database";
import type { Secrets } from "./secrets";
import type { ServerEnvironment } from "./server-process";

/** What the server and the commands beside it are told; everything else they read is a person's own setting. */
export function serverEnvironment(
  database: Pick<OpenDatabase, "url">,
  secrets: Secrets,
  { port, host }: { port: number; host: string },
): ServerEnvironment {
  return {
    DATABASE_URL: database.url,
    AUTH_SECRET: secrets.AUTH_SECRET,
    ASTROCAL_SERVICE_KEY: secrets.ASTROCAL_SERVICE_KEY,
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: process.env["PUBLIC_URL"] || `http://localhost:${port}`,
  };
}
