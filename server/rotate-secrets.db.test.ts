import { expect, test } from "vitest";
import { cipherOf } from "./cipher";
import { prisma } from "./db";
import { decrypt } from "./encryption";
import { env } from "./env";
import { rotateSecrets } from "./rotate-secrets";
import { newCalendar } from "./testing/calendars/small-dav";
import { newOrganization } from "./testing/factories";
import { ok } from "./testing/rest";

/** A row's secret as it stands in its column. */
async function storedAt(table: string, column: string, id: string): Promise<string> {
  const rows = await prisma.$queryRawUnsafe<{ text: string }[]>(
    `SELECT ${column} AS text FROM ${table} WHERE id = $1::uuid`,
    id,
  );
  return rows[0]?.text ?? "";
}

test("every stored secret comes under the newest key and still says the same", async () => {
  const organization = await newOrganization();
  const { live: key } = organization;
  const calendar = await newCalendar(organization);
  const hook = { url: "https://example.com/hooks", events: ["booking.created"] };
  const { id: webhook } = await ok("webhooks.create", { key, body: hook });
  await ok("webhooks.rotateSecret", { key, id: webhook, body: {} });
  const places = [
    { table: "webhook_endpoints", column: "secret", row: webhook },
    { table: "webhook_endpoints", column: "previous_secret", row: webhook },
    { table: "calendar_connections", column: "secret", row: calendar },
  ];
  const [, older] = env.ENCRYPTION_KEYS;
  if (older === undefined) throw new Error("the tests have an older key");
  const plain: string[] = [];
  for (const place of places) {
    const text = decrypt(await storedAt(place.table, place.column, place.row), place);
    plain.push(text);
    await prisma.$executeRawUnsafe(
      `UPDATE ${place.table} SET ${place.column} = $1 WHERE id = $2::uuid`,
      cipherOf([older]).encrypt(text, place),
      place.row,
    );
  }

  expect(await rotateSecrets()).toMatchObject({ reencrypted: 3 });
  expect(await rotateSecrets()).toMatchObject({ reencrypted: 0 });
  for (const [index, place] of places.entries()) {
    const stored = await storedAt(place.table, place.column, place.row);
    expect(stored).toMatch(/^v1\.tests\./);
    expect(decrypt(stored, place)).toBe(plain[index]);
  }
});

test("a secret that no key opens is named, and left as it is", async () => {
  const calendar = await newCalendar(await newOrganization());
  const place = { table: "calendar_connections", row: calendar, column: "secret" };
  const lost = cipherOf([{ id: "lost", bytes: Buffer.alloc(32, "lost") }]).encrypt("x", place);
  await prisma.calendarConnection.update({ where: { id: calendar }, data: { secret: lost } });
  await expect(rotateSecrets()).rejects.toThrow("calendar_connections.secret needs the key lost");
  expect(await storedAt("calendar_connections", "secret", calendar)).toBe(lost);
});
