import { describe, expect, test } from "vitest";
import { loadAvailability } from "../availability/load";
import { sql, sqlTransaction } from "../sql";
import { brokenLaws } from "../testing/booking-laws";
import {
  addHosts,
  ahead,
  bookingOf,
  dateAhead,
  newEventType,
  newMember,
  newOrganization,
  partyOf,
} from "../testing/factories";
import { ok, refused } from "../testing/rest";
import { allocate } from "./allocate";

const spotsAt = async (typeId: string, startTime: string): Promise<number | undefined> => {
  const query = { event_type_id: typeId, start: dateAhead(3), end: dateAhead(3) };
  const { slots } = await ok("availability.list", { query });
  return slots.find((slot) => slot.start_time === startTime)?.spots_remaining;
};

test("a started session takes as many as the event type does now, also when that was raised", async () => {
  const { live: key, organizationId } = await newOrganization();
  const type = await newEventType(key, { max_attendees: 2 });
  await ok("bookings.create", { body: partyOf(type.id, ahead(3), 2) });
  expect(await spotsAt(type.id, ahead(3))).toBeUndefined();
  await ok("eventTypes.update", { key, id: type.id, body: { max_attendees: 5 } });
  expect(await spotsAt(type.id, ahead(3))).toBe(3);
  await ok("bookings.create", { body: partyOf(type.id, ahead(3), 3) });
  expect(await brokenLaws(organizationId)).toEqual([]);
});

test("a started session takes no more than the event type does now, also when that was lowered", async () => {
  const { live: key, organizationId } = await newOrganization();
  const type = await newEventType(key, { max_attendees: 5 });
  await ok("bookings.create", { body: partyOf(type.id, ahead(3), 2) });
  await ok("eventTypes.update", { key, id: type.id, body: { max_attendees: 3 } });
  expect(await spotsAt(type.id, ahead(3))).toBe(1);
  expect(await refused("bookings.create", { body: partyOf(type.id, ahead(3), 2) })).toMatchObject({
    status: 409,
    details: { attendees: "must be at most 1 for this slot" },
  });
  await ok("bookings.create", { body: partyOf(type.id, ahead(3), 1) });
  expect(await brokenLaws(organizationId)).toEqual([]);
});

test("a party that leaves others behind in a session finds its host busy with them, and another host free", async () => {
  const organization = await newOrganization();
  const { live: key, organizationId } = organization;
  const fields = { max_attendees: 5, slot_interval_minutes: 15, duration_minutes: 30 };
  const type = await newEventType(key, fields);
  const hosts = [organization.memberId, await newMember(organization)];
  await addHosts(type.id, hosts);
  const stays = await ok("bookings.create", { body: partyOf(type.id, ahead(3), 1) });
  const moves = await ok("bookings.create", { body: partyOf(type.id, ahead(3), 1) });
  expect(moves.assigned_host).toEqual(stays.assigned_host);
  const options = { key, id: moves.id, body: { new_start_time: ahead(3, "10:15") } };
  const moved = await ok("bookings.reschedule", options);
  expect(moved.assigned_host?.member_id).not.toBe(stays.assigned_host?.member_id);
  expect(await brokenLaws(organizationId)).toEqual([]);
});

test("the last party of a session may move onto its own time", async () => {
  const { live: key, organizationId } = await newOrganization();
  const type = await newEventType(key, { max_attendees: 5, slot_interval_minutes: 15 });
  const { id } = await ok("bookings.create", { body: partyOf(type.id, ahead(3), 2) });
  await ok("bookings.reschedule", { key, id, body: { new_start_time: ahead(3, "10:15") } });
  expect(await brokenLaws(organizationId)).toEqual([]);
});

describe("whoever looked before the others wrote", () => {
  /** Allocates by what is there now, `meanwhile` having happened in between. */
  async function allocateLate(typeId: string, seats: number, meanwhile: () => Promise<unknown>) {
    const startMs = Date.parse(ahead(3));
    const range = { fromMs: startMs, toMs: startMs + 1 };
    const availability = await loadAvailability(sql, typeId, range);
    await meanwhile();
    const wish = { startMs, durationMinutes: 30, seats, nowMs: Date.now() };
    await sqlTransaction(
      async (tx) =>
        await allocate({ tx, availability }, { ...wish, field: "start_time" }, async () => null),
    );
  }
  const taken = { code: "conflict", details: { start_time: "booked" } };

  test("is refused a place that is gone", async () => {
    const { live: key, organizationId } = await newOrganization();
    const { id } = await newEventType(key);
    const book = () => ok("bookings.create", { body: bookingOf(id, ahead(3)) });
    await expect(allocateLate(id, 1, book)).rejects.toMatchObject(taken);
    expect(await brokenLaws(organizationId)).toEqual([]);
  });

  test("is refused seats that are gone", async () => {
    const { live: key, organizationId } = await newOrganization();
    const { id } = await newEventType(key, { max_attendees: 5 });
    const book = (seats: number) => ok("bookings.create", { body: partyOf(id, ahead(3), seats) });
    await book(2);
    await expect(allocateLate(id, 3, () => book(1))).rejects.toMatchObject(taken);
    expect(await brokenLaws(organizationId)).toEqual([]);
  });
});
