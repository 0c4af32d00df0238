import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listAvailability } from "../availability/list";
import { AppError } from "../errors";
import { newEventType, newOrganization } from "../testing/factories";
import { cancelBooking } from "./cancel";
import { createBooking } from "./create";
import { listRescheduleSlots, rescheduleBooking } from "./reschedule";

// A Wednesday noon; New York's clocks go forward on the Sunday after it.
const nowMs = Date.UTC(2027, 2, 10, 12, 34, 56);
const dayMs = 86_400_000;
const week = { start: "2027-03-10", end: "2027-03-17" };
const dates = ["2027-03-11", "2027-03-12", "2027-03-14", "2027-03-15"];

const hour = (value: number) => `${String(value).padStart(2, "0")}:00`;
const windows = fc
  .record({ from: fc.integer({ min: 0, max: 20 }), hours: fc.integer({ min: 1, max: 4 }) })
  .map(({ from, hours }) => ({ start_time: hour(from), end_time: hour(from + hours) }));
const open = fc.record({
  timezone: fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"),
  rules: fc
    .tuple(...[0, 1, 2, 3, 4, 5, 6].map(() => fc.option(windows, { freq: 5 })))
    .map((days) =>
      days.flatMap((window, day) => (window === null ? [] : [{ day_of_week: day, ...window }])),
    ),
  overrides: fc
    .subarray(dates)
    .chain((some) =>
      fc.tuple(
        ...some.map((date) =>
          fc.array(windows, { maxLength: 1 }).map((its) => ({ date, windows: its })),
        ),
      ),
    ),
});
const eventType = fc
  .record({
    duration_minutes: fc.constantFrom(30, 45),
    duration_options: fc.constantFrom(null, [30, 45, 60]),
    buffer_before_minutes: fc.constantFrom(0, 10),
    buffer_after_minutes: fc.constantFrom(0, 15),
    slot_interval_minutes: fc.constantFrom(null, 15, 60),
    minimum_notice_minutes: fc.constantFrom(0, 90, 1500),
    booking_window_days: fc.constantFrom(null, 1, 4),
    max_attendees: fc.constantFrom(1, 2),
    booking_cap: fc.constantFrom(null, null, 1),
  })
  .map((its) => ({ ...its, booking_cap_period: its.booking_cap === null ? null : "daily" }));

/** So many of the starts, evenly from the first on. */
const some = (starts: string[], count: number): string[] =>
  starts.filter((_, index) => index % Math.ceil(starts.length / count) === 0);

const shifted = (start: string, minutes: number): string =>
  new Date(Date.parse(start) + minutes * 60_000).toISOString();

/** The starts that a list has now, and those beside them and of the same list at other times, that it has not. */
async function startsOf(list: (nowMs: number) => ReturnType<typeof listAvailability>) {
  const startsAt = async (atMs: number) => (await list(atMs)).slots.map((slot) => slot.start_time);
  const listed = await startsAt(nowMs);
  const once = await Promise.all([-40, -2, 3].map((days) => startsAt(nowMs + days * dayMs)));
  const near = listed.flatMap((start) => [shifted(start, -5), shifted(start, 5)]);
  const unlisted = new Set([...once.flat(), ...near].filter((start) => !listed.includes(start)));
  return { listed, unlisted: [...unlisted].toSorted() };
}

type Fields = typeof eventType extends fc.Arbitrary<infer Type> ? Type : never;

async function newWorld(fields: Fields, open: object) {
  const organization = await newOrganization();
  const { id } = await newEventType(organization.live, fields, open);
  const scope = { ...organization.scope, nowMs };
  const caller = { ...scope, scope };
  const duration = fields.duration_options?.at(-1) ?? fields.duration_minutes;
  const range = { ...week, timezone: "UTC", duration };
  const attendees = [{ name: "Ada", email: "ada@example.com" }];
  return {
    list: (atMs: number) =>
      listAvailability({ scope, nowMs: atMs }, { ...range, event_type_id: id }),
    book: (start: string) => {
      const wish = { event_type_id: id, start_time: Date.parse(start), duration, attendees };
      return createBooking(caller, wish);
    },
    cancel: (bookingId: string) => cancelBooking(caller, { id: bookingId }),
    listFor: (bookingId: string) => (atMs: number) =>
      listRescheduleSlots({ ...caller, nowMs: atMs }, { ...range, id: bookingId }),
    move: (bookingId: string) => (start: string) => {
      const wish = { id: bookingId, new_start_time: Date.parse(start), duration };
      return rescheduleBooking(caller, wish);
    },
  };
}

/** Asks for starts that are not listed. @returns those that were not refused as taken, not offered, or against a rule */
async function unrefused(starts: string[], ask: (start: string) => Promise<unknown>) {
  const outcomes: string[] = [];
  for (const start of starts) {
    const outcome = await ask(start).then(
      () => "done",
      (error: unknown) => (error instanceof AppError ? error.code : `broken: ${String(error)}`),
    );
    if (outcome !== "conflict" && outcome !== "bad_request") outcomes.push(`${start} ${outcome}`);
  }
  return outcomes;
}

test("what is listed can be booked or moved to, and what is not cannot", async () => {
  const tried = { listed: 0, unlisted: 0 };
  const property = fc.asyncProperty(
    eventType,
    open,
    fc.integer({ min: 1, max: 4 }),
    async (fields, hours, taken) => {
      const { list, book, cancel, listFor, move } = await newWorld(fields, hours);
      const made: string[] = [];
      const before = await startsOf(list);
      for (const start of some(before.listed, taken)) {
        // A cap lets one a day through.
        await book(start)
          .then(({ id }) => made.push(id))
          .catch(() => null);
      }

      const { listed, unlisted } = await startsOf(list);
      const gone = before.listed.filter((start) => !listed.includes(start));
      const wrong = [...some(unlisted, 6), ...some(gone, 3)];
      expect(await unrefused(wrong, book)).toEqual([]);
      const right = some(listed, 4);
      for (const start of right) await cancel((await book(start)).id);

      for (const id of made.slice(0, 1)) {
        const moves = await startsOf(listFor(id));
        expect(await unrefused(some(moves.unlisted, 4), move(id))).toEqual([]);
        for (const start of moves.listed.slice(-1)) await move(id)(start);
      }

      tried.unlisted += wrong.length;
      tried.listed += right.length;
    },
  );
  const limit = { interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true };
  await fc.assert(property, { seed: 20_261_124, numRuns: 40, ...limit });
  expect(Math.min(tried.listed, tried.unlisted)).toBeGreaterThan(80);
});
