import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import { sql, sqlTransaction } from "../sql";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  partyOf,
  type TestOrganization,
} from "../testing/factories";
import { hasPythonIcalendar, readByPython } from "../ops/icalendar";
import { ok } from "../testing/rest";
import { closeTransport } from "./send";
import { sendDueEmails } from "./send-due";
import { tellEvent } from "./tell-event";
import { writeEmail } from "./write";

// Before the settings are read: mail goes to a server of this file's own.
const sink = await vi.hoisted(async () => {
  const { startSmtpSink } = await import("../testing/smtp-sink");
  const started = await startSmtpSink();
  process.env["SMTP_URL"] = started.url;
  process.env["MAIL_FROM"] = "Astrocal <hello@astrocal.test>";
  return started;
});

let organization: TestOrganization;
beforeEach(async () => {
  organization = await newOrganization();
  sink.received.length = 0;
  sink.refuseWith = null;
  await prisma.email.deleteMany({});
});
afterAll(async () => {
  closeTransport();
  await sink.stop();
});

/** Does what follows each event of a booking, as a worker would. */
async function react(bookingId: string, action?: string): Promise<void> {
  const events = await prisma.event.findMany({
    where: { resourceId: bookingId, ...(action === undefined ? {} : { action }) },
    orderBy: { id: "asc" },
  });
  for (const { id } of events) await tellEvent(id);
}

async function deliver(nowMs = Date.now()): Promise<ParsedMail[]> {
  while ((await sendDueEmails(nowMs)) > 0);
  return sink.received;
}

const to = (mail: ParsedMail): string =>
  [mail.to ?? []]
    .flat()
    .map(({ text }) => text)
    .join();
const toGuest = (mails: ParsedMail[]) => mails.find((mail) => to(mail) === "ada@example.com");

async function book(fields: Record<string, unknown> = {}, type: Record<string, unknown> = {}) {
  const { live: key } = organization;
  const { id } = await newEventType(key, { title: "Intro call", location: "Room 5", ...type });
  return await ok("bookings.create", { key, body: bookingOf(id, ahead(3), fields) });
}

/** The invitation in a mail, as a calendar reads it. */
function invitation(mail: ParsedMail | undefined) {
  const file = mail?.attachments.find(({ contentType }) => contentType === "text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString() ?? ""));
  const event = calendar.getFirstSubcomponent("vevent");
  const value = (name: string) => String(event?.getFirstPropertyValue(name) ?? "");
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    mime: mail?.attachments
      .map(({ headers }) => JSON.stringify(headers.get("content-type")))
      .join(),
    uid: value("uid"),
    organizer: value("organizer"),
    sequence: Number(value("sequence")),
    start: value("dtstart"),
    status: value("status"),
    attendees: event
      ?.getAllProperties("attendee")
      .map((each) => String(each.getFirstValue()).toLowerCase()),
  };
}

test("a booking is told to its invitee and its host, each in their own zone", async () => {
  const booking = await book({ notes: "Bring tea" });
  await react(booking.id);
  const mails = await deliver();
  expect(mails).toHaveLength(2);
  const guest = toGuest(mails);
  expect(guest?.subject).toMatch(/^Booked: Intro call with Olga Owner, \w{3} \d+ \w{3}, 10:00$/);
  expect(guest?.text).toContain("10:00 – 10:30 (Europe/London)");
  expect(guest?.text).toContain(`/manage/${booking.id}?token=${booking.cancel_token}`);
  expect(guest?.text).toContain("Room 5");
  expect(guest?.from?.text).toMatch(/<hello@astrocal\.test>$/);
  const host = mails.find((mail) => to(mail) === booking.assigned_host?.email);
  expect(host?.text).toContain("(UTC)");
  expect(host?.text).toContain("Bring tea");
  expect(host?.text).not.toContain(booking.cancel_token ?? "");
});

test("an invitation comes with it, and each later one replaces the one before", async () => {
  const { live: key } = organization;
  const booking = await book();
  await react(booking.id, "booking.created");
  const first = invitation(toGuest(await deliver()));
  expect(first).toMatchObject({
    method: "REQUEST",
    uid: `${booking.id}@astrocal`,
    organizer: "mailto:hello@astrocal.test",
    status: "CONFIRMED",
  });
  expect(first.mime).toMatch(/method.{1,5}REQUEST/i);
  expect(first.attendees).toEqual([
    "mailto:ada@example.com",
    `mailto:${booking.assigned_host?.email}`,
  ]);

  sink.received.length = 0;
  await prisma.$executeRaw`
    UPDATE bookings SET created_at = created_at - interval '1 minute' WHERE id = ${booking.id}::uuid`;
  const body = { new_start_time: ahead(4) };
  await ok("bookings.reschedule", { key, id: booking.id, body });
  await react(booking.id, "booking.rescheduled");
  const moved = toGuest(await deliver());
  expect(moved?.subject).toMatch(/^Moved: /);
  expect(moved?.text).toContain("Before");
  const second = invitation(moved);
  expect(second).toMatchObject({ uid: first.uid, organizer: first.organizer, method: "REQUEST" });
  expect(second.sequence).toBeGreaterThan(first.sequence);
  expect(second.start).not.toBe(first.start);

  sink.received.length = 0;
  await ok("bookings.cancel", { key, id: booking.id, body: { reason: "Fell ill" } });
  await react(booking.id, "booking.cancelled");
  const cancelled = toGuest(await deliver());
  expect(cancelled?.text).toContain("Fell ill");
  expect(cancelled?.text).not.toContain("/manage/");
  expect(invitation(cancelled)).toMatchObject({
    uid: first.uid,
    method: "CANCEL",
    status: "CANCELLED",
  });
});

test.skipIf(!hasPythonIcalendar())(
  "Python's icalendar reads the same invitation, however odd what was written",
  async () => {
    const name = 'Zoë, "Ö"; 世界\\n ' + "x".repeat(150);
    const booking = await book({ invitee_name: name, notes: "one\ntwo;three,four\\five" });
    await react(booking.id);
    const mail = toGuest(await deliver());
    const file = mail?.attachments.find(({ contentType }) => contentType === "text/calendar");
    expect(readByPython(file?.content.toString() ?? "")).toEqual({
      method: "REQUEST",
      uid: `${booking.id}@astrocal`,
      status: "CONFIRMED",
      sequence: "0",
      start: booking.start_time.replace(".000Z", "+00:00"),
      organizer: "mailto:hello@astrocal.test",
      attendees: ["mailto:ada@example.com", `mailto:${booking.assigned_host?.email}`]
        .toSorted()
        .join(","),
    });
  },
);

test("everybody of a party is told, and only the invitee can move it", async () => {
  const { live: key } = organization;
  const { id } = await newEventType(key, { max_attendees: 5 });
  const booking = await ok("bookings.create", { key, body: partyOf(id, ahead(3), 3) });
  await react(booking.id);
  const mails = await deliver();
  expect(mails.map(to).toSorted()).toEqual(
    [0, 1, 2]
      .map((index) => `guest-${index}@example.com`)
      .concat(booking.assigned_host?.email ?? "")
      .toSorted(),
  );
  const withLink = mails.filter(({ text }) => text?.includes("?token="));
  expect(withLink.map(to)).toEqual(["guest-0@example.com"]);
});

test("reacting twice writes each mail once", async () => {
  const { id } = await book();
  await Promise.all([react(id), react(id), react(id)]);
  expect(await deliver()).toHaveLength(2);
});

test("who books and cancels at once is told of the cancellation alone", async () => {
  const { id } = await book();
  await ok("bookings.cancel", { key: organization.live, id, body: {} });
  await react(id);
  expect((await deliver()).map(({ subject }) => subject?.split(":")[0])).toEqual([
    "Cancelled",
    "Cancelled",
  ]);
});

test("the sandbox sends none", async () => {
  const { test: key } = organization;
  const { id } = await newEventType(key);
  const booking = await ok("bookings.create", { key, body: bookingOf(id, ahead(3)) });
  await react(booking.id);
  expect(await prisma.email.count()).toBe(0);
  expect(await deliver()).toEqual([]);
});

test("what waits while the mail server is away is sent when it is back, once", async () => {
  const { id } = await book();
  await react(id);
  await sink.stop();
  await deliver();
  const waiting = await prisma.email.findMany();
  expect(waiting.map(({ status, attempts }) => [status, attempts])).toEqual([
    ["queued", 1],
    ["queued", 1],
  ]);
  expect(waiting[0]?.lastError).toMatch(/ECONNREFUSED/);
  await sink.start();
  expect(await deliver()).toEqual([]);
  expect(await deliver(Date.now() + 2 * 60_000)).toHaveLength(2);
  const sent = await prisma.email.findMany();
  expect(sent.map(({ status, lastError }) => [status, lastError])).toEqual([
    ["sent", null],
    ["sent", null],
  ]);
});

test("a mail that is refused for good has failed, with the words of the mail server", async () => {
  const { id } = await book();
  await react(id);
  sink.refuseWith = { code: 550, message: "No such mailbox" };
  await deliver();
  const rows = await prisma.email.findMany();
  expect(rows.map(({ status }) => status)).toEqual(["failed", "failed"]);
  expect(rows[0]?.lastError).toContain("No such mailbox");
});

test("a mail whose worker was killed is another's after its lease, under the same Message-ID", async () => {
  const { id } = await book();
  await react(id);
  const nowMs = Date.now();
  const leased = new Date(nowMs + 60_000);
  // As a worker leaves it that dies after handing it over and before saying so.
  await sql.$executeRaw`UPDATE emails SET leased_until = ${leased}, attempts = 1`;
  expect(await deliver(nowMs)).toEqual([]);
  const again = await deliver(nowMs + 61_000);
  const rows = await prisma.email.findMany();
  expect(again.map(({ messageId }) => messageId ?? "").toSorted()).toEqual(
    rows.map((row) => `<${row.id}@astrocal.test>`).toSorted(),
  );
});

test("several workers send each mail once", async () => {
  for (let day = 3; day < 9; day += 1) await react((await book({ start_time: ahead(day) })).id);
  await Promise.all([1, 2, 3, 4].map(async () => await deliver()));
  expect(sink.received).toHaveLength(12);
});

test("nothing that somebody wrote becomes a header or another recipient", async () => {
  const hostile = [
    "Hello\r\nBcc: eve@example.com",
    "Hello\nBcc: eve@example.com\n\nBody",
    "a\u0001\u2028\u0085Bcc: eve@example.com",
    "=?utf-8?q?Hello=0D=0ABcc:_eve@example.com?=",
    "Grüße, 世界 <eve@example.com>, eve@example.com",
  ];
  for (const text of hostile) {
    const name = text.slice(0, 100);
    await prisma.organization.update({
      where: { id: organization.organizationId },
      data: { name },
    });
    const mail = { subject: text, html: `<p>${text}</p>`, text };
    await sqlTransaction((tx) =>
      writeEmail(tx, organization.scope, {
        kind: "booking_confirmed",
        eventId: newId(),
        recipient: "ada@example.com",
        mail,
      }),
    );
    sink.received.length = 0;
    const [received] = await deliver();
    expect([...(received?.headers.keys() ?? [])].toSorted()).toEqual([
      "auto-submitted",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
    ]);
    const people = [received?.to ?? []].flat().flatMap(({ value }) => value);
    expect(people.map(({ address }) => address)).toEqual(["ada@example.com"]);
    expect(received?.from?.value.map(({ address }) => address)).toEqual(["hello@astrocal.test"]);
  }
});
