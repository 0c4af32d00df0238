import { beforeEach, expect, test } from "vitest";
import { prisma } from "../db";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { ok } from "../testing/rest";
import { scheduleReminders } from "./schedule-reminders";
import { sendReminder } from "./send-reminder";

let organization: TestOrganization;
beforeEach(async () => {
  organization = await newOrganization();
});

type Job = { minutes: number; startMs: number; runAt: Date };

const jobsOf = async (bookingId: string): Promise<Job[]> =>
  await prisma.$queryRaw<Job[]>`
    SELECT (j.payload->>'minutes')::int AS minutes, (j.payload->>'startMs')::float8 AS "startMs", j.run_at AS "runAt"
    FROM graphile_worker._private_jobs j
    WHERE starts_with(j.key, ${`reminder:${bookingId}:`}) ORDER BY j.run_at`;

/** Does what follows the newest event of a booking. */
async function react(bookingId: string): Promise<void> {
  const event = await prisma.event.findFirstOrThrow({
    where: { resourceId: bookingId },
    orderBy: { id: "desc" },
  });
  await scheduleReminders(event.id);
}

async function book(key = organization.live, startTime = ahead(3)) {
  const { id } = await newEventType(key, { reminder_intervals: [1_440, 60, 30 * 1_440] });
  const booking = await ok("bookings.create", { key, body: bookingOf(id, startTime) });
  await react(booking.id);
  return booking;
}

const told = async () =>
  (await prisma.email.findMany({ where: { organizationId: organization.organizationId } })).map(
    ({ kind, recipient }) => `${kind} ${recipient}`,
  );

test("a booking's reminders are jobs for their time; what is past already has none", async () => {
  const { id, start_time: start } = await book();
  const startMs = Date.parse(start);
  expect(await jobsOf(id)).toEqual([
    { minutes: 1_440, startMs, runAt: new Date(startMs - 24 * 3_600_000) },
    { minutes: 60, startMs, runAt: new Date(startMs - 3_600_000) },
  ]);
});

test("they move with the booking, however often that is told, and go with it", async () => {
  const { id } = await book();
  const { live: key } = organization;
  await ok("bookings.reschedule", { key, id, body: { new_start_time: ahead(5) } });
  await Promise.all([react(id), react(id)]);
  const moved = await jobsOf(id);
  expect(moved.map(({ runAt }) => runAt.toISOString())).toEqual([ahead(4), ahead(5, "09:00")]);
  await ok("bookings.cancel", { key, id, body: {} });
  await react(id);
  expect(await jobsOf(id)).toEqual([]);
});

test("the sandbox has none: it sends no mail", async () => {
  const { id } = await book(organization.test);
  expect(await jobsOf(id)).toEqual([]);
});

test("a reminder is mailed to invitee and host, once", async () => {
  const { id, start_time: start, assigned_host: host } = await book();
  const reminder = { bookingId: id, minutes: 60, startMs: Date.parse(start) };
  await Promise.all([sendReminder(reminder), sendReminder(reminder)]);
  expect((await told()).toSorted()).toEqual([
    "booking_reminder ada@example.com",
    `host_booking_reminder ${host?.email}`,
  ]);
  await sendReminder({ ...reminder, minutes: 1_440 });
  expect(await told()).toHaveLength(4);
});

test("one that was overtaken by a move, a cancellation or the start itself is not sent", async () => {
  const { id, start_time: start } = await book();
  const startMs = Date.parse(start);
  await sendReminder({ bookingId: id, minutes: 60, startMs: startMs - 1 });
  await sendReminder({ bookingId: id, minutes: 60, startMs }, startMs);
  await ok("bookings.cancel", { key: organization.live, id, body: {} });
  await sendReminder({ bookingId: id, minutes: 60, startMs });
  expect(await told()).toEqual([]);
});
