import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarOf, eventOf, reasonFor } from "../testing/calendars/ical";
import { busyTimesIn } from "./expand";
import { icalEventOf, icalText } from "./ical-text";
import type { CalendarEvent } from "./provider";

const nowMs = Date.UTC(2026, 1, 1);
const event: CalendarEvent = {
  key: "0b9f2c1e-3d4a-4c5b-8e6f-7a8b9c0d1e2f",
  uid: "booking-1@astrocal",
  startMs: Date.UTC(2026, 2, 2, 10),
  endMs: Date.UTC(2026, 2, 2, 11),
  title: "Chat; with Ada, née Byron",
  description: "One\nTwo\\three",
  location: "Room 1",
  conferencing: null,
};
const write = (existing: string | null = null, changes: Partial<CalendarEvent> = {}) =>
  icalText({ ...event, ...changes }, { nowMs, sequence: 3, existing });

/** What ical.js, which shares no line with ours, reads of an event's properties. */
function read(text: string): Record<string, unknown> {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  return Object.fromEntries(
    events.flatMap((component) =>
      component.getAllProperties().map((line) => [line.name, String(line.getFirstValue())]),
    ),
  );
}

test("an event says what it is, to another reader too", () => {
  expect(read(write())).toEqual({
    uid: event.uid,
    dtstamp: "2026-02-01T00:00:00Z",
    "last-modified": "2026-02-01T00:00:00Z",
    sequence: "3",
    dtstart: "2026-03-02T10:00:00Z",
    dtend: "2026-03-02T11:00:00Z",
    summary: event.title,
    description: event.description,
    location: event.location,
    status: "CONFIRMED",
    transp: "OPAQUE",
    "x-astrocal-key": event.key,
  });
});

test("an event invites nobody and is no message", () => {
  expect(write()).not.toMatch(/^(ATTENDEE|ORGANIZER|METHOD)/m);
});

test("what is written is read again, whatever its texts", () => {
  const texts = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.nat(4e9),
      fc.integer({ min: 1, max: 1e6 }),
      (title, description, start, size) => {
        const startMs = start * 1000;
        const endMs = startMs + size * 1000;
        const text = write(null, { title, description, startMs, endMs });
        expect(icalEventOf(text, event.uid)).toEqual({ startMs, endMs, sequence: 3 });
        expect(busyTimesIn(text, { fromMs: startMs, toMs: endMs }, { timeZone: "UTC" })).toEqual([
          { startMs, endMs, uid: event.uid, key: event.key },
        ]);
        expect(write(text, { title, description, startMs, endMs })).toBe(text);
        for (const line of text.split("\r\n"))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const plain = (value: string) =>
          value
            .toWellFormed()
            .replaceAll(/\r\n?/g, "\n")
            .replaceAll(/[^\P{Cc}\t\n]/gu, "");
        expect(read(text).summary).toBe(plain(title));
      },
    ),
    { numRuns: 200 },
  );
});

describe("of what stands there already", () => {
  const host = [
    "COLOR:teal",
    "CATEGORIES:Work,Important",
    'X-HOST;X-P="a;b":1',
    "ATTENDEE:mailto:colleague@example.com",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-PT15M",
    "DESCRIPTION:Soon",
    "END:VALARM",
  ];
  const mine = eventOf(
    `UID:${event.uid}`,
    "DTSTART;TZID=Europe/Berlin:20260301T100000",
    "DURATION:PT2H",
    "STATUS:TENTATIVE",
    "TRANSP:TRANSPARENT",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    "LOCATION:Elsewhere",
    ...host,
  );
  const other = eventOf("UID:other", "DTSTART:20260301T100000Z");
  const existing = calendarOf("METHOD:REQUEST", "X-WR-CALNAME:Mine", other, mine);

  test("what the host added stays, and only that", () => {
    const text = write(existing, { location: null });
    for (const line of [...host, "X-WR-CALNAME:Mine", "UID:other"])
      expect(text.split("\r\n")).toContain(line);
    expect(text).not.toMatch(/METHOD|TENTATIVE|TRANSPARENT|FREE|Elsewhere|Berlin|PT2H/);
    expect(text.match(/^VERSION|^PRODID/gm)).toHaveLength(2);
    expect(icalEventOf(text, event.uid)).toEqual({
      startMs: event.startMs,
      endMs: event.endMs,
      sequence: 3,
    });
    expect(() => new ICAL.Component(ICAL.parse(text))).not.toThrow();
  });

  test("the times are read, wherever the host put them", () => {
    expect(icalEventOf(existing, event.uid)).toEqual({
      startMs: Date.UTC(2026, 2, 1, 9),
      endMs: Date.UTC(2026, 2, 1, 11),
      sequence: 0,
    });
    expect(icalEventOf(existing, "nobody's")).toBeNull();
  });

  test("a change to one time is not the event itself", () => {
    const change = eventOf(
      `UID:${event.uid}`,
      "RECURRENCE-ID:20260302T100000Z",
      "DTSTART:20260401T100000Z",
    );
    expect(icalEventOf(calendarOf(change), event.uid)).toBeNull();
    expect(icalEventOf(calendarOf(change, mine), event.uid)?.startMs).toBe(Date.UTC(2026, 2, 1, 9));
  });

  test("nothing is lost because it cannot be read", () => {
    expect(reasonFor(() => write("BEGIN:VCALENDAR"))).toBe("invalid");
  });
});
