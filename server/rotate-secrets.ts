import { decrypt, encrypt } from "./encryption";
import { env } from "./env";
import { sql } from "./sql";

type Row = { id: string; text: string };

type Column = {
  table: string;
  column: string;
  read: () => Promise<Row[]>;
  /** @returns how many rows were changed: none when another has replaced the secret meanwhile */
  replace: (id: string, from: string, to: string) => Promise<number>;
};

/** Where encrypted texts stand that are kept for good. Answers to Idempotency-Keys last a day, sign-ins ten minutes. */
const columns: Column[] = [
  {
    table: "webhook_endpoints",
    column: "secret",
    read: () => sql.$queryRaw<Row[]>`SELECT id, secret AS text FROM webhook_endpoints`,
    replace: (id, from, to) => sql.$executeRaw`
      UPDATE webhook_endpoints SET secret = ${to} WHERE id = ${id}::uuid AND secret = ${from}`,
  },
  {
    table: "webhook_endpoints",
    column: "previous_secret",
    read: () => sql.$queryRaw<Row[]>`
      SELECT id, previous_secret AS text FROM webhook_endpoints WHERE previous_secret IS NOT NULL`,
    replace: (id, from, to) => sql.$executeRaw`
      UPDATE webhook_endpoints SET previous_secret = ${to}
      WHERE id = ${id}::uuid AND previous_secret = ${from}`,
  },
  {
    table: "calendar_connections",
    column: "secret",
    read: () => sql.$queryRaw<Row[]>`
      SELECT id, secret AS text FROM calendar_connections WHERE secret IS NOT NULL`,
    replace: (id, from, to) => sql.$executeRaw`
      UPDATE calendar_connections SET secret = ${to} WHERE id = ${id}::uuid AND secret = ${from}`,
  },
];

/**
 * Encrypts every stored secret with the first of ENCRYPTION_KEYS that is not yet, so that the others can be taken away. A
 * secret that is replaced meanwhile stays as it was replaced: whoever does so uses the first key anyway.
 * @throws for a secret that none of the keys opens; those before it are done, and it can be run again
 */
export async function rotateSecrets(): Promise<{ secrets: number; reencrypted: number }> {
  const newest = `v1.${env.ENCRYPTION_KEYS[0].id}.`;
  const total = { secrets: 0, reencrypted: 0 };
  for (const { table, column, read, replace } of columns) {
    for (const { id, text } of await read()) {
      total.secrets += 1;
      if (!text.startsWith(newest)) {
        const place = { table, row: id, column };
        total.reencrypted += await replace(id, text, encrypt(decrypt(text, place), place));
      }
    }
  }
  return total;
}
