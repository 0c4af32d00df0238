import { describe, expect, test } from "vitest";
import { brokenLaws } from "../testing/booking-laws";
import { ahead, bookingOf, newEventType, newOrganization, partyOf } from "../testing/factories";
import { call, ok } from "../testing/rest";
import {
  ask,
  besides,
  book,
  expectNoDeadlocks,
  race,
  raceSeveralServers,
  tally,
  times,
} from "../testing/race";

raceSeveralServers();
expectNoDeadlocks();

/** The nth half hour of the day that everybody wants. */
const halfHour = (index: number): string =>
  new Date(Date.parse(ahead(3, "00:00")) + index * 1_800_000).toISOString();

describe("create against reschedule against cancel", () => {
  test("never overlaps, loses a place or answers 5xx, whoever comes first", async () => {
    const { live: key, organizationId } = await newOrganization();
    const type = await newEventType(key);
    const start = (index: number) => halfHour(index);
    const made = await Promise.all(
      times(8, async (index) => {
        const body = bookingOf(type.id, start(index));
        return (await ok("bookings.create", { key, body })).id;
      }),
    );
    const runs = made.flatMap((id, index) => [
      ask("bookings.reschedule", { key, id, body: { new_start_time: start((index + 1) % 12) } }),
      book(bookingOf(type.id, start(index))),
      ...(index % 2 ? [ask("bookings.cancel", { key, id })] : []),
      ask("bookings.reschedule", { key, id, body: { new_start_time: start(index + 14) } }),
    ]);
    const answers = await race("everything at once", runs);
    expect(besides(answers, 200, 201, 409)).toEqual([]);
    expect(await brokenLaws(organizationId)).toEqual([]);
  });

  test("of one booking moved to 20 places at once ends in one place, which is the only one taken", async () => {
    const { live: key, organizationId } = await newOrganization();
    const type = await newEventType(key);
    const { id, cancel_token } = await ok("bookings.create", {
      body: bookingOf(type.id, ahead(3)),
    });
    const answers = await race(
      "one booking",
      times(20, (index) => {
        const body = { new_start_time: halfHour(index + 12) };
        return ask("bookings.reschedule", { id, query: { token: cancel_token ?? "" }, body });
      }),
    );
    expect(tally(answers)).toEqual({ 200: 20 });
    expect((await ok("bookings.list", { key })).data).toMatchObject([{ id, status: "confirmed" }]);
    expect(await brokenLaws(organizationId)).toEqual([]);
  });

  test("of one booking cancelled 20 times while it is moved is cancelled once, and frees its time", async () => {
    const { live: key, organizationId } = await newOrganization();
    const type = await newEventType(key);
    const { id } = await ok("bookings.create", { body: bookingOf(type.id, ahead(3)) });
    const cancels = times(20, () => ask("bookings.cancel", { key, id }));
    const moves = times(5, (index) => {
      const body = { new_start_time: halfHour(index + 12) };
      return ask("bookings.reschedule", { key, id, body });
    });
    const answers = await race("cancel and move", [...moves, ...cancels]);
    expect(besides(answers, 200, 409)).toEqual([]);
    expect(answers.slice(5).every(({ status }) => status === 200)).toBe(true);
    expect(await ok("bookings.get", { key, id })).toMatchObject({ status: "cancelled" });
    expect(await brokenLaws(organizationId)).toEqual([]);
    for (const index of times(5, (each) => each)) {
      const startTime = halfHour(index + 12);
      await ok("bookings.create", { body: bookingOf(type.id, startTime) });
    }
  });

  test("of a group's parties keeps the seats right", async () => {
    const { live: key, organizationId } = await newOrganization();
    const type = await newEventType(key, { max_attendees: 4 });
    const made = await Promise.all(
      times(
        4,
        async () => (await ok("bookings.create", { body: partyOf(type.id, ahead(3), 1) })).id,
      ),
    );
    const runs = made.flatMap((id, index) => [
      ask("bookings.reschedule", { key, id, body: { new_start_time: ahead(3, "15:00") } }),
      book(partyOf(type.id, ahead(3, "15:00"), 2)),
      ...(index % 2 ? [ask("bookings.cancel", { key, id })] : []),
      book(partyOf(type.id, ahead(3), 1)),
    ]);
    const answers = await race("group", runs);
    expect(besides(answers, 200, 201, 409)).toEqual([]);
    expect(await brokenLaws(organizationId)).toEqual([]);
  });
});

test("rules that change while a day is being booked cost nobody an error, and no law is broken", async () => {
  const { live: key, organizationId } = await newOrganization();
  const type = await newEventType(key);
  const runs = times(60, (index) => {
    if (index % 10 === 3) {
      const body = { buffer_after_minutes: index };
      return ask("eventTypes.update", { key, id: type.id, body });
    }
    if (index % 10 === 7) {
      const rule = { day_of_week: index % 7, start_time: "00:00", end_time: "24:00" };
      const body = { timezone: "UTC", rules: [rule] };
      return ask("availability.replaceRules", { key, id: type.id, body });
    }
    return book(bookingOf(type.id, halfHour(index % 30)));
  });
  const answers = await race("changing rules", runs);
  expect(besides(answers, 200, 201, 409)).toEqual([]);
  expect(await brokenLaws(organizationId)).toEqual([]);
});

test("an event type that is deleted while it is booked takes bookings until then, and none after", async () => {
  const { live: key, organizationId } = await newOrganization();
  const type = await newEventType(key);
  const runs = times(30, (index) => book(bookingOf(type.id, halfHour(index))));
  const answers = await race("deleting", [
    ...runs.slice(0, 10),
    ask("eventTypes.delete", { key, id: type.id }),
    ...runs.slice(10),
  ]);
  expect(besides(answers, 201, 204, 404)).toEqual([]);
  const late = await call("bookings.create", { body: bookingOf(type.id, halfHour(40)) });
  expect(late.status).toBe(404);
  expect(await brokenLaws(organizationId)).toEqual([]);
});
