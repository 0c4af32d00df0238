import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { prisma } from "../db";
import { env } from "../env";
import type { Tier } from "../generated/prisma/client";
import { brokenLaws } from "../testing/booking-laws";
import { ahead, bookingOf, fingerprint, newEventType, newOrganization } from "../testing/factories";
import { book, expectNoDeadlocks, race, tally, times } from "../testing/race";
import { call, ok, refused } from "../testing/rest";

vi.hoisted(() => {
  process.env["ASTROCAL_PLANS"] =
    '{"free": {"per_minute": null, "per_day": null}, "scale": {"bookings_per_month": null}}';
});

/** Contract §5. */
const freeQuota = 50;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 24, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

expectNoDeadlocks();

async function begin(tier: Tier = "free") {
  const organization = await newOrganization({ tier });
  const type = await newEventType(organization.live);
  // Slots of half an hour, one after the other, so that each booking finds its place free.
  let taken = 0;
  const next = () => {
    const startMs = Date.parse(ahead(2, "00:00")) + (taken += 1) * 30 * 60_000;
    return bookingOf(type.id, new Date(startMs).toISOString());
  };
  return { ...organization, type, next };
}

const counts = async (organizationId: string) =>
  (
    await prisma.bookingCount.findMany({ where: { organizationId }, orderBy: { month: "asc" } })
  ).map(({ isTest, month, bookings }) => [isTest, month.toISOString().slice(0, 7), bookings]);

/** As if so many bookings had been made in this month already. */
const haveMade = async (organizationId: string, bookings: number) =>
  await prisma.bookingCount.create({
    data: { organizationId, isTest: false, month: new Date("2026-11-01"), bookings },
  });

describe("a month's bookings", () => {
  test("of 50 made at once with three left, exactly three are", async () => {
    const { live, organizationId, next } = await begin();
    await haveMade(organizationId, freeQuota - 3);
    const bodies = times(50, next);
    const answers = await race(
      "quota",
      bodies.map((body, index) => book(body, index % 2 === 0 ? live : undefined)),
    );
    expect(tally(answers)).toEqual({ 201: 3, 403: 47 });
    expect(await prisma.booking.count({ where: { organizationId } })).toBe(3);
    expect(await prisma.allocation.count({ where: { organizationId } })).toBe(3);
    expect(await counts(organizationId)).toEqual([[false, "2026-11", freeQuota]]);
  });

  test("beyond the plan's are refused by key, and nothing is written", async () => {
    const made = await begin();
    await haveMade(made.organizationId, freeQuota);
    const before = await fingerprint(made);
    expect(await refused("bookings.create", { key: made.live, body: made.next() })).toMatchObject({
      status: 403,
      code: "quota_exceeded",
      message: "Booking quota exceeded. Your limit is 50 bookings/month (Free tier).",
      limit: 50,
      reset_at: "2026-12-01T00:00:00.000Z",
      tier: "free",
    });
    expect(await fingerprint(made)).toBe(before);
  });

  test("beyond the plan's are refused to invitees, in words for them", async () => {
    const { organizationId, next } = await begin();
    await haveMade(organizationId, freeQuota);
    expect(await refused("bookings.create", { body: next() })).toMatchObject({
      status: 403,
      code: "quota_exceeded",
      message: "No more bookings can be made here this month. Please contact the organizer.",
      limit: 50,
      reset_at: "2026-12-01T00:00:00.000Z",
    });
  });

  test("are not refused to the organization's own service, but count", async () => {
    const { organizationId, next } = await begin();
    await haveMade(organizationId, freeQuota);
    const [serviceKey] = env.ASTROCAL_SERVICE_KEY;
    const headers = { authorization: `Bearer ${serviceKey}`, "x-org-id": organizationId };
    expect(await call("bookings.create", { headers, body: next() })).toMatchObject({ status: 201 });
    expect(await counts(organizationId)).toEqual([[false, "2026-11", freeQuota + 1]]);
  });

  test("are those made in it, in UTC, whenever they take place", async () => {
    const { live, organizationId, next } = await begin();
    await haveMade(organizationId, freeQuota);
    vi.setSystemTime(Date.parse("2026-11-30T23:59:59.999Z"));
    expect(await call("bookings.create", { key: live, body: next() })).toMatchObject({
      status: 403,
    });
    vi.setSystemTime(Date.parse("2026-12-01T00:00:00.000Z"));
    expect(await call("bookings.create", { key: live, body: next() })).toMatchObject({
      status: 201,
    });
    expect(await counts(organizationId)).toEqual([
      [false, "2026-11", freeQuota],
      [false, "2026-12", 1],
    ]);
  });

  test("are as many as were made: moving and cancelling change nothing, and what is refused counts not", async () => {
    const { live, test: testKey, organizationId, type, next } = await begin();
    const body = next();
    const { id } = await ok("bookings.create", { key: live, body });
    expect(await call("bookings.create", { key: live, body })).toMatchObject({ status: 409 });
    expect(await call("bookings.create", { body: next() })).toMatchObject({ status: 201 });
    const moved = { new_start_time: ahead(20) };
    await ok("bookings.reschedule", { key: live, id, body: moved });
    await ok("bookings.cancel", { key: live, id, body: {} });
    const testType = await newEventType(testKey);
    await ok("bookings.create", { key: testKey, body: bookingOf(testType.id, ahead(3)) });
    expect(await counts(organizationId)).toEqual([
      [false, "2026-11", 2],
      [true, "2026-11", 1],
    ]);
    expect(await prisma.booking.count({ where: { eventTypeId: type.id } })).toBe(2);
    expect(await brokenLaws(organizationId)).toEqual([]);
  });

  test("are without limit where an operator set none", async () => {
    const { live, organizationId, next } = await begin("scale");
    await haveMade(organizationId, 2_000_000_000);
    expect(await call("bookings.create", { key: live, body: next() })).toMatchObject({
      status: 201,
    });
  });
});
