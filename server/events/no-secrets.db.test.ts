import { expect, test } from "vitest";
import { keyHash } from "../api-keys/key";
import { prisma } from "../db";
import { env } from "../env";
import { newId } from "../ids";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { call, ok } from "../testing/rest";
import { askBy } from "../testing/doors";

/** The events that hold this text anywhere. */
const eventsWith = async (secret: string): Promise<unknown[]> =>
  await prisma.$queryRaw<unknown[]>`
    SELECT action, summary, changes FROM events e WHERE position(${secret} IN e::text) > 0`;

test("no key, token or password is in any event, also where somebody wrote one into a field", async () => {
  const { live: key, test: testKey } = await newOrganization();
  // A caller may put a key anywhere: as its request's id, into every text that is kept.
  const headers = { "x-request-id": key };
  const type = await newEventType(key);
  const words = { title: `Call ${key}`, description: `Ask with ${testKey}` };
  const update = { ...words, questions: [{ id: "q", label: key, type: "text", required: false }] };
  await ok("eventTypes.update", { key, id: type.id, headers, body: update });
  const fields = { ...words, slug: newId(), duration_minutes: 30, location: key };
  await ok("eventTypes.create", { key, headers, body: fields });
  const made = await ok("apiKeys.create", { key, headers, body: { name: key, description: key } });
  const rotated = await ok("apiKeys.rotate", { key, id: made.id, headers, body: {} });
  const person = { invitee_name: key, notes: key, answers: { q: key }, metadata: { key } };
  const bookings = [];
  for (const day of [3, 4]) {
    const body = bookingOf(type.id, ahead(day), person);
    bookings.push(await ok("bookings.create", { key: rotated.key, headers, body }));
  }
  const [first, second] = bookings;
  const token = first?.cancel_token ?? "";
  const id = first?.id ?? "";
  const move = { new_start_time: ahead(6), reason: `Mine is ${key}` };
  await ok("bookings.reschedule", { id, query: { token }, headers, body: move });
  await ok("bookings.cancel", { id, query: { token }, headers, body: { reason: key } });
  const wrong = { id: second?.id ?? "", query: { token: key }, body: {} };
  expect((await call("bookings.cancel", wrong)).status).toBe(401);
  await call("apiKeys.revoke", { key, id: rotated.id, headers });
  const hook = { url: `https://example.com/${newId()}`, events: ["booking.created"] };
  const webhook = await ok("webhooks.create", { key, body: { ...hook, description: key } });
  const again = await ok("webhooks.rotateSecret", { key, id: webhook.id, body: {} });
  const moved = `https://example.com/${newId()}?token=${newId()}`;
  await ok("webhooks.update", { key, id: webhook.id, body: { url: moved, description: null } });
  const password = `canary ${newId()}`;
  const who = { name: key, email: `${newId()}@example.com`, password, timezone: "UTC" };
  const signUp = { name: "organizations.signUp", body: { ...who, organization_name: key } };
  expect((await askBy("page", signUp, null)).status).toBe(200);

  const { passwordHash } = await prisma.user.findUniqueOrThrow({ where: { email: who.email } });
  const keys = [key, testKey, made.key, rotated.key];
  const secrets = [
    ...keys,
    ...keys.map((each) => Buffer.from(keyHash(each)).toString("hex")),
    ...keys.map((each) => Buffer.from(keyHash(each)).toString("base64")),
    ...bookings.map(({ cancel_token }) => cancel_token ?? ""),
    webhook.secret,
    again.secret,
    // Paths of receivers are often their secrets.
    hook.url,
    moved,
    password,
    passwordHash,
    ...env.ASTROCAL_SERVICE_KEY,
    env.AUTH_SECRET,
  ];
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(15);
    expect(await eventsWith(secret)).toEqual([]);
  }
  // They were all there to be found.
  const actions = await prisma.event.groupBy({ by: "action", _count: true });
  expect(actions.length).toBeGreaterThanOrEqual(9);
  expect(await eventsWith("_k1_[redacted]")).not.toEqual([]);
});
