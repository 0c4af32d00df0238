import { applyMigrations } from "./migrations";

/** An option of a command, as its help shows it. */
interface Option {
  /** What stands for the value in the help. */
  readonly value: string;
  readonly about: string;
  readonly optional?: true;
}

export interface AdminCommand {
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  /** The verbs read the environment as they are loaded, so they are loaded when it is complete. */
  readonly run: (values: unknown, databaseUrl: string) => Promise<unknown>;
  /** Prints JSON even when nobody asked for it. */
  readonly alwaysJson?: true;
  /** Works on a database of an older schema too. */
  readonly anySchema?: true;
}

const org: Option = { value: "ORG", about: "the organization's id or slug" };
const password: Option = {
  value: "PASSWORD",
  about: "at least 10 characters; `-` reads it from standard input",
};
const tier: Option = { value: "TIER", about: "free, launch, grow or scale" };

/** Everything `npm run admin` can be asked for, by its words. */
export const adminCommands: Readonly<Record<string, AdminCommand>> = {
  bootstrap: {
    about:
      "Make an organization, its owner, a live and a test key. Prints them as JSON, the only time they show.",
    options: {
      org: { value: "NAME", about: "the organization's name" },
      email: { value: "EMAIL", about: "the owner's address, to sign in with" },
      password,
      tier: { ...tier, about: `${tier.about} (default: free)`, optional: true },
      timezone: {
        value: "ZONE",
        about: "its time zone, such as Europe/Berlin (default: UTC)",
        optional: true,
      },
    },
    run: async (values) => await (await import("./admin-verbs")).bootstrap(values),
    alwaysJson: true,
  },
  "key create": {
    about: "Make an API key. It is shown this once.",
    options: {
      org,
      name: { value: "NAME", about: "what the key is for" },
      mode: { value: "MODE", about: "live or test (default: live)", optional: true },
    },
    run: async (values) => await (await import("./admin-verbs")).keyCreate(values),
  },
  "key revoke": {
    about: "Revoke an API key: its next request fails.",
    options: { id: { value: "ID", about: "the key's id" } },
    run: async (values) => await (await import("./admin-verbs")).keyRevoke(values),
  },
  "org list": {
    about: "List all organizations.",
    options: {},
    run: async () => await (await import("./admin-verbs")).orgList(),
  },
  "org set-tier": {
    about: "Move an organization to another plan.",
    options: { org, tier },
    run: async (values) => await (await import("./admin-verbs")).orgSetTier(values),
  },
  "user set-password": {
    about: "Give a person a new password; it ends their sessions.",
    options: { email: { value: "EMAIL", about: "the address they sign in with" }, password },
    run: async (values) => await (await import("./admin-verbs")).userSetPassword(values),
  },
  "secrets rotate": {
    about:
      "Encrypt every stored secret with the first of ENCRYPTION_KEYS. Put the new key first, start all processes anew, run this, and take the old key away a day later.",
    options: {},
    run: async () => await (await import("./admin-verbs")).secretsRotate(),
  },
  migrate: {
    about: "Bring the database to this version's schema (npm start does so too).",
    options: {},
    run: async (_values, databaseUrl) => ({ applied: await applyMigrations(databaseUrl) }),
    anySchema: true,
  },
};

const indent = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`).join("\n");
};

const common: ReadonlyArray<readonly [string, string]> = [
  ["--json", "print the result as JSON"],
  ["--help", "print this"],
];

/** The help of the whole tool. */
export const overview = (): string =>
  [
    "Usage: npm run admin -- COMMAND [OPTIONS]",
    "",
    indent(Object.entries(adminCommands).map(([name, { about }]) => [name, about] as const)),
    "",
    indent(common),
    "",
    "COMMAND --help lists its options. It acts on the database of DATABASE_URL; without one, on the embedded",
    "database of .data (or ASTROCAL_DATA_DIR), whether or not the server is running.",
    "For machines: npm run --silent admin -- COMMAND --json",
  ].join("\n");

/** The help of one command. */
export function helpOf(name: string, { about, options }: AdminCommand): string {
  const usage = Object.entries(options).map(([option, { value, optional }]) =>
    optional ? `[--${option} ${value}]` : `--${option} ${value}`,
  );
  const rows = Object.entries(options).map(
    ([option, { value, about: meaning }]) => [`--${option} ${value}`, meaning] as const,
  );
  return [
    `Usage: npm run admin -- ${[name, ...usage].join(" ")}`,
    "",
    about,
    "",
    indent([...rows, ...common]),
  ].join("\n");
}
