import { z } from "zod";
import { normalCidr } from "./cidr";
import { parseSender } from "./emails/sender";
import { encryptionKeys } from "./encryption-keys";
import { plansFromText } from "./rate-limit/plan-settings";

const boolean = z.stringbool({ truthy: ["on", "true", "1"], falsy: ["off", "false", "0"] });

const cidrs = z
  .string()
  .default("")
  .transform((list) => list.split(",").filter((text) => text.trim() !== ""))
  .transform((list, context) =>
    list.map((text) => {
      const cidr = normalCidr(text.trim());
      if (cidr === null) {
        context.addIssue(`${text} is no address or block such as 10.0.0.0/8`);
      }
      return cidr ?? "";
    }),
  );

const portList = z
  .string()
  .default("443")
  .transform((list) => list.split(",").map(Number))
  .pipe(z.array(z.int("must be port numbers, a comma between").min(1).max(65_535)));

const sender = z
  .string()
  .default("")
  .transform((text, context) => {
    const parsed = parseSender(text);
    if (text !== "" && parsed === null) {
      context.addIssue('must be an address, or "Name <address>"');
    }
    return parsed;
  });

/** A variable that is there but empty is as good as none. */
const orUnset = (schema: z.ZodType<string>) =>
  z
    .literal("")
    .transform(() => undefined)
    .or(schema)
    .optional();

const Environment = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  /** Address of Postgres ≥ 14; `npm start` sets it to the embedded one when it is unset. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }),
  /** Connections this process may hold. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(500).default(10),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Where people reach this server: links in pages and answers are built from it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs the dashboard's session cookies. */
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** One service key, or two separated by a comma while rotating. */
  ASTROCAL_SERVICE_KEY: z
    .string()
    .transform((keys) => keys.split(",").map((key) => key.trim()))
    .pipe(z.array(z.string().min(32, "each key must have at least 32 characters")).min(1).max(2)),
  /** Encrypts secrets in the database: the first key writes, all read, so that one can be rotated out. */
  ENCRYPTION_KEYS: encryptionKeys,
  /** Proxies in front of this server, as addresses or blocks: only theirs is the word for whom they forward. */
  TRUSTED_PROXIES: cidrs,
  /** Limits of the tiers where they are not contract §5's. */
  ASTROCAL_PLANS: plansFromText.default({}),
  /** Calls that a network address may make in a minute without a key. */
  PUBLIC_RATE_LIMIT: z.coerce.number().int().min(1).max(1_000_000_000).default(120),
  /** For development: webhooks may go to http and to addresses of this machine and private networks. */
  WEBHOOK_ALLOW_PRIVATE: boolean.default(false),
  /** Ports of https that webhooks may go to. */
  WEBHOOK_PORTS: portList,
  /** Where mail goes out: smtp://user:password@host:587, or smtps:// for TLS from the start. Without it none is sent. */
  SMTP_URL: orUnset(z.url({ protocol: /^smtps?$/, error: "must be an smtp:// address" })),
  /** Whom mail comes from: an address, or "Name <address>". */
  MAIL_FROM: sender,
  /** Where several processes count together: a Redis or Valkey, or else one behind Upstash's REST protocol. */
  REDIS_URL: orUnset(z.url({ protocol: /^rediss?$/, error: "must be a redis:// address" })),
  UPSTASH_REDIS_REST_URL: orUnset(
    z.url({ protocol: /^https?$/, error: "must be an https:// address" }),
  ),
  UPSTASH_REDIS_REST_TOKEN: orUnset(z.string()),
  /** How long a decision waits for it. Guarantees §3 allows 50 ms for all of it, of which the rest is for the machine. */
  RATE_LIMIT_STORE_TIMEOUT_MS: z.coerce.number().int().min(1).max(60_000).default(35),
  /** How long whoever asks for free times waits for hosts' calendars; one that takes longer counts as busy. */
  CALENDAR_TIMEOUT_MS: z.coerce.number().int().min(50).max(30_000).default(2_000),
  /** This server as registered with Google and Microsoft, so that people can connect their calendars there. */
  GOOGLE_CLIENT_ID: orUnset(z.string()),
  GOOGLE_CLIENT_SECRET: orUnset(z.string()),
  MICROSOFT_CLIENT_ID: orUnset(z.string()),
  MICROSOFT_CLIENT_SECRET: orUnset(z.string()),
  /** Where their services are, for tests: stand-ins on this machine. */
  GOOGLE_SIGN_IN_URL: orUnset(z.url()),
  GOOGLE_CALENDAR_URL: z.url().default("https://www.googleapis.com/calendar/v3"),
  MICROSOFT_SIGN_IN_URL: orUnset(z.url()),
  MICROSOFT_GRAPH_URL: z.url().default("https://graph.microsoft.com/v1.0"),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
  /** Whether strangers may create organizations on this server. */
  ASTROCAL_SIGN_UP: boolean.default(true),
});

/** The names of all settings that a server or worker reads. */
export const settings: readonly string[] = Object.keys(Environment.shape);

function readEnvironment() {
  const result = Environment.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `  ${issue.path[0]?.toString() ?? ""}: ${issue.message}`,
    );
    throw new Error(
      `The environment is not complete. \`npm start\` sets what is missing; otherwise set:\n${problems.join("\n")}`,
    );
  }
  const { PORT, PUBLIC_URL, ...rest } = result.data;
  const publicUrl = (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, "");
  // next-auth reads its own address from here and nowhere else.
  process.env["NEXTAUTH_URL"] ??= publicUrl;
  return { ...rest, PORT, PUBLIC_URL: publicUrl };
}

/** The settings of this process, checked once. Nothing else reads `process.env`. */
export const env = readEnvironment();
