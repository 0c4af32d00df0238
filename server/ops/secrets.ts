import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { dataFolder, makeDataFolder } from "./data-folder.mjs";

const Secrets = z.object({
  AUTH_SECRET: z.string().min(32),
  ASTROCAL_SERVICE_KEY: z.string().min(32),
  ENCRYPTION_KEYS: z.string().min(32),
  /** Of the embedded Postgres' only user. */
  postgres_password: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

const file = join(dataFolder, "secrets.json");

/** Writes a file that only its owner may read, whole or not at all. */
export async function writePrivateFile(path: string, value: unknown): Promise<void> {
  await makeDataFolder();
  await writeFile(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** With an id of its own, so that another installation's key is never taken for it. */
const newEncryptionKey = () =>
  `${randomBytes(4).toString("hex")}:${randomBytes(32).toString("base64")}`;

/** Installations that are older than encryption at rest have no key for it yet. */
const StoredSecrets = Secrets.partial({ ENCRYPTION_KEYS: true });

async function storedSecrets(): Promise<Secrets> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    const made = {
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      ASTROCAL_SERVICE_KEY: `ac_service_${randomBytes(32).toString("base64url")}`,
      ENCRYPTION_KEYS: newEncryptionKey(),
      postgres_password: randomBytes(32).toString("hex"),
    };
    await writePrivateFile(file, made);
    return made;
  }
  const { ENCRYPTION_KEYS, ...stored } = readStored(text);
  if (ENCRYPTION_KEYS !== undefined) {
    return { ...stored, ENCRYPTION_KEYS };
  }
  const completed = { ...stored, ENCRYPTION_KEYS: newEncryptionKey() };
  await writePrivateFile(file, completed);
  return completed;
}

function readStored(text: string): z.infer<typeof StoredSecrets> {
  try {
    return StoredSecrets.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${file} is damaged. Restore it: without it the embedded database cannot be opened.`,
      { cause },
    );
  }
}

/** The secrets of this installation, made once; what the environment sets wins. */
export async function readSecrets(): Promise<Secrets> {
  const stored = await storedSecrets();
  const given = (name: "AUTH_SECRET" | "ASTROCAL_SERVICE_KEY" | "ENCRYPTION_KEYS") => {
    const value = process.env[name] || stored[name];
    if (value.length < 32) {
      throw new Error(`${name} must have at least 32 characters, and has ${value.length}.`);
    }
    return value;
  };
  return {
    ...stored,
    AUTH_SECRET: given("AUTH_SECRET"),
    ASTROCAL_SERVICE_KEY: given("ASTROCAL_SERVICE_KEY"),
    ENCRYPTION_KEYS: given("ENCRYPTION_KEYS"),
  };
}
