import { beforeEach, expect, test } from "vitest";
import { prisma } from "../db";
import { writePasswordReset } from "../emails/password-reset";
import { newId } from "../ids";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

const facts = () => ({ nowMs: Date.now(), requestId: null, ipAddress: null });
const password = "the password of now";
let person: TestOrganization;
let email: string;

beforeEach(async () => {
  person = await newOrganization();
  ({ email } = await prisma.user.findUniqueOrThrow({ where: { id: person.userId } }));
});

/** The token in the newest mail to the person. */
async function mailedToken(): Promise<string> {
  await writePasswordReset(email);
  const mail = await prisma.email.findFirstOrThrow({
    where: { recipient: email, kind: "password_reset" },
    orderBy: { id: "desc" },
  });
  return /reset-password\?token=([\w-]+)/.exec(mail.text)?.[1] ?? "";
}

test("a mailed link sets a new password, once", async () => {
  const token = await mailedToken();
  expect(await resetPassword(facts(), { token, password })).toEqual({ email });
  expect(await signIn({ email, password }, null)).toMatchObject({ userId: person.userId });
  await expect(resetPassword(facts(), { token, password: "another one" })).rejects.toMatchObject({
    code: "bad_request",
  });
  expect(await signIn({ email, password }, null)).not.toBeNull();
});

test("of two who use a link at once, one does", async () => {
  const token = await mailedToken();
  const outcomes = await Promise.allSettled(
    ["the first password", "the second password"].map(
      async (each) => await resetPassword(facts(), { token, password: each }),
    ),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("using one link ends all others of the person, and nobody else's", async () => {
  const [first, second] = [await mailedToken(), await mailedToken()];
  await resetPassword(facts(), { token: second, password });
  await expect(resetPassword(facts(), { token: first, password })).rejects.toThrow("used already");
});

test("a link is over after an hour, and none that was never made does anything", async () => {
  const token = await mailedToken();
  const later = { ...facts(), nowMs: Date.now() + 3_600_001 };
  await expect(resetPassword(later, { token, password })).rejects.toThrow("older than an hour");
  await expect(resetPassword(facts(), { token: newId(), password })).rejects.toThrow(
    "older than an hour",
  );
});

test("the token itself is nowhere in the database but in the mail", async () => {
  const token = await mailedToken();
  const rows = await prisma.passwordReset.findMany({ where: { userId: person.userId } });
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("the link is on no organization's page", async () => {
  await mailedToken();
  const mails = await prisma.email.findMany({ where: { recipient: email } });
  expect(mails.map(({ organizationId }) => organizationId)).toEqual([null]);
});

test("who asks for an address that nobody has is answered alike, and nobody is written to", async () => {
  const nobody = `${newId()}@example.com`;
  expect(await requestPasswordReset(nobody, null)).toBe(await requestPasswordReset(email, null));
  await writePasswordReset(nobody);
  expect(await prisma.email.count({ where: { recipient: nobody } })).toBe(0);
});

test("asking is throttled per address", async () => {
  for (let count = 0; count < 10; count += 1) await requestPasswordReset(email, null);
  await expect(requestPasswordReset(email, null)).rejects.toMatchObject({
    code: "rate_limit_exceeded",
  });
});
