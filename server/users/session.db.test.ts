import { beforeEach, expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import { sessionUserOf } from "../session-context";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { setPassword } from "./set-password";
import { signIn } from "./sign-in";

const [old, next] = ["the password of before", "the password of now"];
let person: TestOrganization;
let email: string;

const replacePassword = (password: string) =>
  setPassword({ ...person.scope, nowMs: Date.now() }, { email, password });

/** Signs in. @returns the session as next-auth hands it on */
async function newSession(password: string) {
  const claims = await signIn({ email, password }, null);
  return claims === null ? null : { expires: new Date().toISOString(), ...claims };
}

beforeEach(async () => {
  person = await newOrganization();
  ({ email } = await prisma.user.findUniqueOrThrow({ where: { id: person.userId } }));
});

test("a new password ends every session that began with another one, and none that begins with it", async () => {
  await replacePassword(old);
  const before = [await newSession(old), await newSession(old)];
  for (const session of before) expect(await sessionUserOf(session)).toBe(person.userId);
  await replacePassword(next);
  for (const session of before) expect(await sessionUserOf(session)).toBeNull();
  expect(await newSession(old)).toBeNull();
  expect(await sessionUserOf(await newSession(next))).toBe(person.userId);
});

test("a session that begins with a password just being replaced ends with it", async () => {
  await replacePassword(old);
  const signingIn = newSession(old);
  await replacePassword(next);
  expect(await sessionUserOf(await signingIn)).toBeNull();
});

test("a new password ends no one else's sessions", async () => {
  const other = await newOrganization();
  await replacePassword(next);
  expect(await sessionUserOf({ userId: other.userId, validFromMs: 0 })).toBe(other.userId);
});

test.each([
  ["no session", () => null],
  ["an empty one", () => ({})],
  ["one of nobody", () => ({ userId: newId(), validFromMs: 0 })],
  ["one without its instant", () => ({ userId: person.userId })],
  ["one with another instant", () => ({ userId: person.userId, validFromMs: Date.now() + 60_000 })],
])("%s is nobody's", async (_, session) => {
  expect(await sessionUserOf(session())).toBeNull();
});
