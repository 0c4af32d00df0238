import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "../ids";
import { hashPassword } from "../users/password";
import { signIn } from "../users/sign-in";
import { prisma } from "../db";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { tally, times } from "../testing/race";
import { call, ok, refused } from "../testing/rest";
import { waitlistBody } from "../testing/waitlist";
import { throttleSignIn, throttleSignUp } from "./throttle";

const wrong = { token: "x".repeat(43) };

async function newBooking() {
  const { live } = await newOrganization();
  const type = await newEventType(live);
  const made = await ok("bookings.create", { key: live, body: bookingOf(type.id, ahead(3)) });
  return { live, id: made.id, right: { token: made.cancel_token ?? "" } };
}

let network = 0;
/** An address from which nothing has come yet. */
const newAddress = () => `198.51.${(network += 1)}.1`;

// In the middle of windows that do not pass.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 24, 12, 20, 20) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("wrong tokens", () => {
  test("are refused from a network after 30 in 15 minutes, one by one or at once", async () => {
    const { id, right } = await newBooking();
    const ipAddress = newAddress();
    const attempt = () => call("bookings.cancel", { id, query: wrong, body: {}, ipAddress });
    expect(tally(await Promise.all(times(40, attempt)))).toEqual({ 401: 30, 429: 10 });
    expect(
      await refused("bookings.cancel", { id, query: right, body: {}, ipAddress }),
    ).toMatchObject({
      code: "rate_limit_exceeded",
      message: "Too many attempts with a wrong token. Wait 15 minutes and try again.",
      retry_after: expect.any(Number),
    });
    const elsewhere = { id, query: right, ipAddress: newAddress() };
    expect(await call("bookings.get", elsewhere)).toMatchObject({ status: 200 });
  });

  test("are refused for a booking after 100, from however many networks", async () => {
    const { id, right, live } = await newBooking();
    const attempts = times(
      110,
      () => () => call("bookings.get", { id, query: wrong, ipAddress: newAddress() }),
    );
    expect(tally(await Promise.all(attempts.map((run) => run())))).toEqual({ 401: 100, 429: 10 });
    const own = { id, query: right, ipAddress: newAddress() };
    expect(await call("bookings.get", own)).toMatchObject({ status: 429 });
    expect(await call("bookings.get", { key: live, id }), "by key").toMatchObject({ status: 200 });
  });

  test("are refused for a place in a waitlist as for a booking", async () => {
    const { live } = await newOrganization();
    const type = await newEventType(live, { waitlist_enabled: true });
    const entry = await ok("waitlist.join", { key: live, body: waitlistBody(type.id) });
    const attempt = (query: { token: string }, ipAddress: string) =>
      call("waitlist.cancel", { id: entry.id, query, body: {}, ipAddress });
    const ipAddress = newAddress();
    const sent = times(40, () => attempt(wrong, ipAddress));
    expect(tally(await Promise.all(sent))).toEqual({ 401: 30, 429: 10 });
    const right = { token: entry.cancel_token ?? "" };
    expect(await attempt(right, ipAddress)).toMatchObject({ status: 429 });
    expect(await attempt(right, newAddress())).toMatchObject({ status: 200 });
  });

  test("do not tell whether there is such a booking", async () => {
    const { id } = await newBooking();
    const answersFor = async (bookingId: string) => {
      const ipAddress = newAddress();
      const run = () => refused("bookings.get", { id: bookingId, query: wrong, ipAddress });
      const answers: unknown[] = [];
      for (const _ of times(32, () => null)) {
        const { status, code, message } = await run();
        answers.push({ status, code, message });
      }
      return answers;
    };
    expect(await answersFor(newId())).toEqual(await answersFor(id));
  });

  test("are not counted where there is none, and right ones are not counted", async () => {
    const { id, right } = await newBooking();
    const ipAddress = newAddress();
    const answers = await Promise.all(
      times(40, (index) =>
        call("bookings.get", { id, ipAddress, query: index % 2 === 0 ? {} : right }),
      ),
    );
    expect(tally(answers)).toEqual({ 200: 20, 401: 20 });
    expect(await call("bookings.get", { id, query: wrong, ipAddress })).toMatchObject({
      status: 401,
    });
  });
});

describe("signing in", () => {
  test("is refused for an e-mail address after 10 attempts, with the right password, too", async () => {
    const email = `${newId()}@example.com`;
    const password = "a password of some length";
    const passwordHash = await hashPassword(password);
    await prisma.user.create({ data: { id: newId(), name: "Ada", email, passwordHash } });
    expect(await signIn({ email, password }, newAddress())).not.toBeNull();
    for (const _ of times(9, () => null)) {
      expect(await throttleSignIn(email, newAddress())).toBe(true);
    }
    await expect(signIn({ email, password }, newAddress())).rejects.toMatchObject({
      code: "rate_limit_exceeded",
    });
  });

  test("is refused from a network after 50 attempts, whoever is tried", async () => {
    const ipAddress = newAddress();
    const attempts = await Promise.all(times(60, () => throttleSignIn(newId(), ipAddress)));
    expect(attempts.filter(Boolean)).toHaveLength(50);
  });

  test("up is refused from a network after 20 in an hour", async () => {
    const ipAddress = newAddress();
    const attempts = await Promise.all(times(25, () => throttleSignUp(ipAddress)));
    expect(attempts.filter(Boolean)).toHaveLength(20);
  });
});
