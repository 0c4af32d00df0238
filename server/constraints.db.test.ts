import { describe, expect, test } from "vitest";
import { prisma, sqlState } from "./db";
import { newId } from "./ids";
import {
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  type TestOrganization,
} from "./testing/factories";
import { ok } from "./testing/rest";

/** SQLSTATEs with which Postgres refuses. */
const refusals = {
  exclusion: "23P01",
  check: "23514",
  unique: "23505",
  foreignKey: "23503",
  integrity: "23000",
  generated: "428C9",
};

const stateOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  await work.then(
    () => "accepted",
    (error: unknown) => sqlState(error),
  );

type Place = {
  start: string;
  end: string;
  before?: number;
  after?: number;
  live?: boolean;
  taken?: number;
  total?: number;
  isTest?: boolean;
  hostId?: string;
  typeId: string;
};

const allocate = async (organization: TestOrganization, place: Place): Promise<unknown> =>
  await prisma.$executeRaw`
    INSERT INTO allocations (id, organization_id, is_test, event_type_id, host_id, start_at, end_at,
      buffer_before_minutes, buffer_after_minutes, seats_taken, seats_total, live)
    VALUES (${newId()}::uuid, ${organization.organizationId}::uuid, ${place.isTest ?? false}, ${place.typeId}::uuid,
      ${place.hostId ?? organization.memberId}::uuid, ${ahead(3, place.start)}::timestamptz,
      ${ahead(3, place.end)}::timestamptz, ${place.before ?? 0}, ${place.after ?? 0}, ${place.taken ?? 1},
      ${place.total ?? 1}, ${place.live ?? true})`;

async function newWorld() {
  const organization = await newOrganization();
  const type = await newEventType(organization.live);
  return { organization, typeId: type.id };
}

describe("the database itself, whatever the code does", () => {
  test.each([
    ["the same time", { start: "10:00", end: "10:30" }],
    ["a time that begins within", { start: "10:29", end: "11:00" }],
    ["a time that ends within", { start: "09:00", end: "10:01" }],
    ["a time around it", { start: "09:00", end: "12:00" }],
    ["a time within it", { start: "10:10", end: "10:20" }],
    ["a time whose buffer before reaches into it", { start: "10:45", end: "11:00", before: 16 }],
    ["a time whose buffer after reaches into it", { start: "09:30", end: "09:45", after: 16 }],
  ])("refuses a host a second live place at %s", async (_, second) => {
    const { organization, typeId } = await newWorld();
    await allocate(organization, { start: "10:00", end: "10:30", typeId });
    const state = await stateOf(allocate(organization, { ...second, typeId }));
    expect(state).toBe(refusals.exclusion);
  });

  test("refuses a place within the buffers of another, and takes one where both buffers just touch", async () => {
    const { organization, typeId } = await newWorld();
    const first = { start: "10:00", end: "10:30", before: 10, after: 15, typeId };
    await allocate(organization, first);
    const late = { start: "10:49", end: "11:00", before: 5, typeId };
    expect(await stateOf(allocate(organization, late))).toBe(refusals.exclusion);
    const early = { start: "09:30", end: "09:46", after: 5, typeId };
    expect(await stateOf(allocate(organization, early))).toBe(refusals.exclusion);
    await allocate(organization, { ...late, start: "10:50" });
    await allocate(organization, { ...early, end: "09:45" });
  });

  test("takes places that touch, that were given back, of another host, and of the other mode", async () => {
    const { organization, typeId } = await newWorld();
    const testType = await newEventType(organization.test);
    const place = { start: "10:00", end: "10:30", typeId };
    await allocate(organization, place);
    await allocate(organization, { ...place, start: "10:30", end: "11:00" });
    await allocate(organization, { ...place, start: "09:30", end: "10:00" });
    await allocate(organization, { ...place, live: false, taken: 0 });
    await allocate(organization, { ...place, hostId: await newMember(organization) });
    await allocate(organization, { ...place, isTest: true, typeId: testType.id });
    const where = { organizationId: organization.organizationId };
    expect(await prisma.allocation.count({ where })).toBe(6);
  });

  test("refuses to bring a place back to life, or to move it, into one that is taken", async () => {
    const { organization, typeId } = await newWorld();
    await allocate(organization, { start: "10:00", end: "10:30", typeId });
    await allocate(organization, { start: "10:00", end: "10:30", live: false, taken: 0, typeId });
    const where = { organizationId: organization.organizationId };
    const revive = prisma.allocation.updateMany({
      where: { ...where, live: false },
      data: { live: true, seatsTaken: 1 },
    });
    expect(await stateOf(revive)).toBe(refusals.exclusion);
    await allocate(organization, { start: "11:00", end: "11:30", typeId });
    const move = prisma.allocation.updateMany({
      where: { ...where, startAt: ahead(3, "11:00") },
      data: { startAt: ahead(3, "10:15") },
    });
    expect(await stateOf(move)).toBe(refusals.exclusion);
  });

  test("refuses to have the busy range written by hand", async () => {
    const { organization, typeId } = await newWorld();
    await allocate(organization, { start: "10:00", end: "10:30", typeId });
    const write = prisma.$executeRaw`UPDATE allocations SET busy = 'empty' WHERE event_type_id = ${typeId}::uuid`;
    expect(await stateOf(write)).toBe(refusals.generated);
  });

  test.each([
    ["more seats taken than there are", { taken: 6, total: 5 }],
    ["fewer than no seats taken", { taken: -1, total: 5 }],
    ["a live place that nobody sits in", { taken: 0, total: 5 }],
    ["a place without seats", { taken: 0, total: 0, live: false }],
    ["a place that ends before it starts", { start: "11:00", end: "10:00" }],
    ["a place of no length", { start: "11:00", end: "11:00" }],
    ["a negative buffer", { before: -1 }],
  ])("refuses %s", async (_, more) => {
    const { organization, typeId } = await newWorld();
    const place = { start: "10:00", end: "10:30", typeId, ...more };
    // A range that runs backwards is no range at all: the generated column refuses it first (22000).
    expect([refusals.check, "22000"]).toContain(await stateOf(allocate(organization, place)));
  });

  test("refuses a host of another organization, and a type of another organization or mode", async () => {
    const [{ organization, typeId }, other] = await Promise.all([newWorld(), newWorld()]);
    const place = { start: "10:00", end: "10:30", typeId };
    const foreignHost = { ...place, hostId: other.organization.memberId };
    expect(await stateOf(allocate(organization, foreignHost))).toBe(refusals.foreignKey);
    const foreignType = { ...place, typeId: other.typeId };
    expect(await stateOf(allocate(organization, foreignType))).toBe(refusals.foreignKey);
    expect(await stateOf(allocate(organization, { ...place, isTest: true }))).toBe(
      refusals.foreignKey,
    );
  });

  test("refuses a booking that says it is cancelled without saying when, and one that runs backwards", async () => {
    const { organization, typeId } = await newWorld();
    const { id } = await ok("bookings.create", { body: bookingOf(typeId, ahead(3)) });
    const where = { id, organizationId: organization.organizationId };
    for (const data of [
      { status: "cancelled" as const },
      { cancelledAt: new Date() },
      { endAt: ahead(2) },
      { attendeeCount: 0 },
    ]) {
      expect(await stateOf(prisma.booking.updateMany({ where, data }))).toBe(refusals.check);
    }
  });

  test("refuses an attendee's e-mail twice in one booking whatever its case, and a second primary", async () => {
    const { typeId } = await newWorld();
    const { id: bookingId } = await ok("bookings.create", { body: bookingOf(typeId, ahead(3)) });
    const guest = { bookingId, name: "Ada", timeZone: "UTC", isPrimary: false };
    const add = (more: object) =>
      stateOf(
        prisma.attendee.create({
          data: { id: newId(), ...guest, email: "other@example.com", ...more },
        }),
      );
    expect(await add({ email: "ADA@Example.com" })).toBe(refusals.unique);
    expect(await add({ isPrimary: true })).toBe(refusals.unique);
    expect(await add({})).toBe("accepted");
  });

  test("refuses a slug twice in one organization and mode, until the first is deleted", async () => {
    const { organization, typeId } = await newWorld();
    const { slug } = await ok("eventTypes.get", { id: typeId });
    const other = await newEventType(organization.live);
    const rename = () =>
      stateOf(prisma.eventType.update({ where: { id: other.id }, data: { slug } }));
    expect(await rename()).toBe(refusals.unique);
    await newEventType(organization.test, { slug });
    await ok("eventTypes.delete", { key: organization.live, id: typeId });
    expect(await rename()).toBe("accepted");
  });

  test.each([
    { durationMinutes: 4 },
    { durationMinutes: 481 },
    { bufferBeforeMinutes: 121 },
    { bufferAfterMinutes: -1 },
    { minimumNoticeMinutes: 43_201 },
    { bookingWindowDays: 0 },
    { slotIntervalMinutes: 4 },
    { maxAttendees: 0 },
    { maxAttendees: 101 },
    { bookingCap: 3 },
    { bookingCapPeriod: "daily" as const },
    { priceAmount: 99 },
    { waitlistMaxSize: 1001 },
  ])("refuses an event type with %o", async (data) => {
    const { typeId } = await newWorld();
    const update = prisma.eventType.update({ where: { id: typeId }, data });
    expect(await stateOf(update)).toBe(refusals.check);
  });

  test("refuses weekly windows that overlap, run backwards or leave the day; takes ones that touch", async () => {
    const { typeId } = await newWorld();
    await prisma.availabilityRule.deleteMany({ where: { eventTypeId: typeId } });
    const add = (dayOfWeek: number, startSeconds: number, endSeconds: number) => {
      const data = { id: newId(), eventTypeId: typeId, dayOfWeek, startSeconds, endSeconds };
      return stateOf(prisma.availabilityRule.create({ data }));
    };
    expect(await add(1, 36_000, 39_600)).toBe("accepted");
    expect(await add(1, 39_599, 43_200)).toBe(refusals.exclusion);
    expect(await add(1, 39_600, 43_200)).toBe("accepted");
    expect(await add(2, 36_000, 39_600)).toBe("accepted");
    expect(await add(3, 100, 100)).toBe(refusals.check);
    expect([refusals.check, "22000"]).toContain(await add(3, 200, 100));
    expect(await add(3, 0, 86_401)).toBe(refusals.check);
    expect(await add(7, 0, 100)).toBe(refusals.check);
    expect(await add(-1, 0, 100)).toBe(refusals.check);
  });

  test("refuses an override whose starts and ends do not pair", async () => {
    const { typeId } = await newWorld();
    const data = { id: newId(), eventTypeId: typeId, startSeconds: [1, 2], endSeconds: [3] };
    const add = prisma.availabilityOverride.create({ data: { ...data, date: new Date() } });
    expect(await stateOf(add)).toBe(refusals.check);
  });

  test("refuses capital letters in a user's e-mail, the e-mail twice, and a second owner", async () => {
    const { organization } = await newWorld();
    const { id, email } = await prisma.user.findUniqueOrThrow({
      where: { id: organization.userId },
    });
    const capital = prisma.user.update({ where: { id }, data: { email: email.toUpperCase() } });
    expect(await stateOf(capital)).toBe(refusals.check);
    const user = { id: newId(), name: "Twice", passwordHash: "x" };
    expect(await stateOf(prisma.user.create({ data: { ...user, email } }))).toBe(refusals.unique);
    const memberId = await newMember(organization);
    const promote = prisma.member.update({ where: { id: memberId }, data: { role: "owner" } });
    expect(await stateOf(promote)).toBe(refusals.unique);
  });

  test("refuses a key's hash that is no SHA-256, and the same hash twice", async () => {
    const { organization } = await newWorld();
    const [one, two] = await prisma.apiKey.findMany({
      where: { organizationId: organization.organizationId },
    });
    const rehash = (keyHash: Uint8Array<ArrayBuffer>) =>
      stateOf(prisma.apiKey.update({ where: { id: one?.id ?? "" }, data: { keyHash } }));
    expect(await rehash(Uint8Array.of(1, 2, 3))).toBe(refusals.check);
    expect(await rehash(two?.keyHash ?? new Uint8Array())).toBe(refusals.unique);
  });

  test("refuses to change, delete or truncate events", async () => {
    const { organization } = await newWorld();
    const where = { organizationId: organization.organizationId };
    const update = prisma.event.updateMany({ where, data: { summary: "Nothing happened" } });
    expect(await stateOf(update)).toBe(refusals.integrity);
    expect(await stateOf(prisma.event.deleteMany({ where }))).toBe(refusals.integrity);
    expect(await stateOf(prisma.$executeRaw`TRUNCATE events`)).toBe(refusals.integrity);
    expect(await prisma.event.count({ where })).toBeGreaterThan(0);
  });

  test("refuses to delete what bookings and events hang on", async () => {
    const { organization, typeId } = await newWorld();
    await ok("bookings.create", { body: bookingOf(typeId, ahead(3)) });
    const { organizationId, memberId, userId } = organization;
    for (const work of [
      prisma.eventType.delete({ where: { id: typeId } }),
      prisma.organization.delete({ where: { id: organizationId } }),
      prisma.member.delete({ where: { id: memberId } }),
      prisma.user.delete({ where: { id: userId } }),
      prisma.allocation.deleteMany({ where: { organizationId } }),
    ]) {
      expect([refusals.foreignKey, "23001"]).toContain(await stateOf(work));
    }
  });
});
