import { describe, expect, it } from "vitest";
import { bookingIcs } from "./ics";
import type { Booking } from "./schema";

const booking: Booking = {
  id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
  organization_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1e",
  event_type_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1f",
  calendar_connection_id: null,
  assigned_host: {
    member_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e20",
    name: "Ada Lovelace",
    email: "ada@example.com",
  },
  status: "confirmed",
  is_test: false,
  start_time: "2026-12-01T15:00:00.000Z",
  end_time: "2026-12-01T15:30:00.000Z",
  invitee_name: "Grace Hopper",
  invitee_email: "grace@example.com",
  invitee_timezone: "Europe/Berlin",
  attendee_count: 1,
  attendees: [],
  notes: "Bring; the, contract\nand \\ a pen",
  answers: {},
  cancel_token: null,
  calendar_event_id: null,
  calendar_event_status: null,
  meeting_url: null,
  location: "12 High Street, Springfield; 2nd floor",
  metadata: {},
  cancelled_at: null,
  cancel_reason: null,
  rescheduled_at: null,
  created_at: "2026-11-24T10:00:00.000Z",
  updated_at: "2026-11-24T10:00:00.000Z",
};

const nowMs = Date.parse("2026-11-24T10:05:00.000Z");
const organization = { name: "Acme" };
const manageUrl = "https://cal.example/manage/019a5d3e?token=abc-_123";
const file = (changes: Partial<Booking> = {}, url: string | null = manageUrl) => {
  const input = { booking: { ...booking, ...changes }, title: "Intro call", organization };
  return bookingIcs({ ...input, manageUrl: url }, nowMs);
};

/** The file's properties, long lines joined again as readers do (RFC 5545 §3.1). */
const lines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("the iCalendar file of a booking", () => {
  it("begins and ends at the booked instants, in UTC", () => {
    expect(lines(file())).toEqual(
      expect.arrayContaining(["DTSTART:20261201T150000Z", "DTEND:20261201T153000Z"]),
    );
  });

  it("asks nobody for a reply: it is published, with an organizer and no attendees", () => {
    expect(lines(file())).toContain("METHOD:PUBLISH");
    expect(file()).toMatch(/^ORGANIZER;CN="Ada Lovelace":mailto:ada@example\.com\r$/mu);
    expect(file()).not.toContain("ATTENDEE");
  });

  it("keeps its UID when the booking moves, and raises SEQUENCE", () => {
    const moved = file({
      start_time: "2026-12-02T15:00:00.000Z",
      end_time: "2026-12-02T15:30:00.000Z",
      updated_at: "2026-11-24T10:01:30.500Z",
    });
    const uid = `UID:${booking.id}@astrocal`;
    expect(lines(file())).toEqual(expect.arrayContaining([uid, "SEQUENCE:0"]));
    expect(lines(moved)).toEqual(expect.arrayContaining([uid, "SEQUENCE:90"]));
    expect(lines(moved)).toContain("LAST-MODIFIED:20261124T100130Z");
  });

  it("says so when the booking is cancelled", () => {
    expect(lines(file())).toContain("STATUS:CONFIRMED");
    expect(lines(file({ status: "cancelled" }))).toContain("STATUS:CANCELLED");
  });

  it("leads to the manage page, unless its reader may not go there", () => {
    expect(lines(file()).join("\n")).toContain(`Move or cancel: ${manageUrl}`);
    expect(file({}, null)).not.toContain("Move or cancel");
  });

  it("escapes what invitees type, so that no property can be added", () => {
    const hostile = lines(file({ notes: "a\r\nATTENDEE:mailto:x@example.com, b; c \\ d" }));
    expect(hostile.filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
    expect(lines(file())).toContain("LOCATION:12 High Street\\, Springfield\\; 2nd floor");
  });

  it("has no line longer than 75 bytes, whatever the letters", () => {
    const long = file({ notes: "ärger 💥 ".repeat(80) });
    const bytes = long.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
  });
});
