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
    ENCRYPTION_KEYS: secrets.ENCRYPTION_KEYS,
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: process.env["PUBLIC_URL"] || `http://localhost:${port}`,
    WEBHOOK_ALLOW_PRIVATE: process.env["WEBHOOK_ALLOW_PRIVATE"] || (isTrial(host) ? "on" : "off"),
  };
}

/** Whether this is someone trying it out on their own machine, whose webhooks are received there too. */
const isTrial = (host: string): boolean =>
  process.env["ASTROCAL_DEMO"] !== "off" &&
  !process.env["PUBLIC_URL"] &&
  ["127.0.0.1", "::1", "localhost"].includes(host);

/** For building and linting: modules check these as they are loaded, and nothing is asked of them. */
export const placeholderEnvironment: ServerEnvironment = {
  DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none",
  AUTH_SECRET: "no server runs with this 0123456789abcdef",
  ASTROCAL_SERVICE_KEY: "no server runs with this 0123456789abcdef",
  ENCRYPTION_KEYS: `none:${Buffer.alloc(32).toString("base64")}`,
  PORT: "3000",
  HOST: "127.0.0.1",
  PUBLIC_URL: "http://localhost:3000",
};
