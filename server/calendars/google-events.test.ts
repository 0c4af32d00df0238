import { describe, expect, test } from "vitest";
import { accessTo, bookingEvent, failureOf } from "../testing/calendars/access";
import { between, googleError, googlePeer } from "../testing/calendars/google-peer";
import { googleAccount } from "./google";
import type { EventWriter } from "./provider";

const calendarId = "host@example.com";
const HOUR_MS = 3_600_000;

async function start() {
  const peer = await googlePeer();
  const store = peer.addCalendar({
    id: calendarId,
    summary: "Me",
    accessRole: "owner",
    timeZone: "America/New_York",
  });
  const { events } = googleAccount(accessTo(peer));
  if (events === null) throw new Error("Google's calendars can be written");
  /** What the host does to the one event of the calendar. */
  const hostChanges = (change: object) => {
    const [event] = peer.shown(calendarId);
    store.put({ ...event, ...change });
  };
  return { peer, store, events, hostChanges };
}

const moved = (event: ReturnType<typeof bookingEvent>) => ({
  ...event,
  startMs: event.startMs + HOUR_MS,
  endMs: event.endMs + HOUR_MS,
});

const driftOf = async (work: ReturnType<EventWriter["update"]>) => {
  const { reason, drift } = await failureOf(work);
  return [reason, drift];
};

test("an event is written, moved and removed", async () => {
  const { peer, events } = await start();
  const event = bookingEvent({ location: "12 St James's Square" });
  const written = await events.create(calendarId, event);
  const { startMs, endMs } = event;
  expect(written).toMatchObject({ calendarId, startMs, endMs, meetingUrl: null });
  expect(peer.shown(calendarId)).toMatchObject([
    {
      id: written.eventId,
      etag: written.etag,
      summary: event.title,
      description: event.description,
      location: event.location,
      ...between("America/New_York", startMs, endMs),
      extendedProperties: { private: { astrocal_key: event.key } },
    },
  ]);

  const later = moved({ ...event, title: "Another title", location: null });
  const rewritten = await events.update(written, later);
  expect(rewritten).toMatchObject({ startMs: later.startMs, eventId: written.eventId });
  const [shown] = peer.shown(calendarId);
  expect(shown).toMatchObject({
    summary: "Another title",
    ...between("America/New_York", later.startMs, later.endMs),
  });
  expect(shown).not.toHaveProperty("location");

  await events.remove(rewritten);
  expect(peer.shown(calendarId)).toEqual([]);
});

test("nobody is invited, and nobody is told by Google", async () => {
  const { peer, events } = await start();
  const written = await events.create(calendarId, bookingEvent());
  expect(peer.shown(calendarId)[0]).not.toHaveProperty("attendees");
  await events.update(written, bookingEvent());
  await events.remove(written);
  const writes = peer.seen.filter((line) => !line.startsWith("GET"));
  expect(writes).toHaveLength(3);
  expect(writes.every((line) => line.includes("sendUpdates=none"))).toBe(true);
});

test("what a guest wrote is text, not a link in the host's calendar", async () => {
  const { peer, events } = await start();
  const description = 'Tom & Jerry <a href="https://evil.example">&lt;click&gt;</a>';
  await events.create(calendarId, bookingEvent({ description }));
  expect(peer.shown(calendarId)[0]?.description).toBe(
    'Tom & Jerry &lt;a href="https://evil.example">&amp;lt;click&amp;gt;&lt;/a>',
  );
});

describe("a meeting", () => {
  const conferencing = "google_meet";

  test("is opened with the event, once, and stays with it", async () => {
    const { events, peer } = await start();
    const event = bookingEvent({ conferencing });
    const written = await events.create(calendarId, event);
    expect(written.meetingUrl).toMatch(/^https:\/\/meet\.google\.com\//);
    const again = await events.update(written, moved(event));
    expect(again.meetingUrl).toBe(written.meetingUrl);
    expect(peer.seen.filter((line) => line.startsWith("PATCH"))).toHaveLength(1);
  });

  test("that takes longer is known with the next writing", async () => {
    const { events, peer, hostChanges } = await start();
    peer.settings.conferencesPend = true;
    const event = bookingEvent({ conferencing });
    const written = await events.create(calendarId, event);
    expect(written.meetingUrl).toBeNull();
    const uri = "https://meet.google.com/abc-defg-hij";
    hostChanges({ conferenceData: { entryPoints: [{ entryPointType: "video", uri }] } });
    expect(await events.update(written, event)).toMatchObject({ meetingUrl: uri });
  });

  test("is opened for an event that had none", async () => {
    const { events } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    const online = await events.update(written, { ...event, conferencing });
    expect(online.meetingUrl).toMatch(/^https:\/\/meet\.google\.com\//);
  });

  test("of another provider is not Google's to open", async () => {
    const { events } = await start();
    const event = bookingEvent({ conferencing: "microsoft_teams" });
    expect(await events.create(calendarId, event)).toMatchObject({ meetingUrl: null });
  });
});

describe("an event that is created twice", () => {
  test("because the first answer was lost stands once", async () => {
    const { peer, events } = await start();
    const event = bookingEvent({ conferencing: "google_meet" });
    peer.next(/^POST/, "answer lost");
    const failure = await failureOf(events.create(calendarId, event));
    expect(failure).toMatchObject({ reason: "unreachable" });
    const { eventId, meetingUrl } = await events.create(calendarId, event);
    expect(peer.shown(calendarId)).toMatchObject([{ id: eventId, hangoutLink: meetingUrl }]);
  });

  test("is brought to what is asked for, whatever stood there", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    await events.create(calendarId, event);
    hostChanges({ start: { date: "2026-03-05" }, end: { date: "2026-03-06" }, colorId: "7" });
    await events.create(calendarId, moved(event));
    const { startMs, endMs } = moved(event);
    expect(peer.shown(calendarId)).toMatchObject([
      { ...between("America/New_York", startMs, endMs), colorId: "7" },
    ]);
  });

  test("after it was deleted comes back", async () => {
    const { peer, events } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    await events.remove(written);
    const again = await events.create(calendarId, moved(event));
    expect(again.eventId).toBe(written.eventId);
    expect(peer.shown(calendarId)).toMatchObject([{ id: again.eventId, status: "confirmed" }]);
  });

  test("and that Google knows but does not show is tried again later", async () => {
    const { peer, events } = await start();
    peer.next(/^POST/, googleError(409, "duplicate"));
    const failure = await failureOf(events.create(calendarId, bookingEvent()));
    expect(failure).toMatchObject({ reason: "unreachable" });
  });
});

describe("an event that the host", () => {
  test("moved is left where it is", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    const elsewhere = between("UTC", event.startMs + 5 * HOUR_MS, event.endMs + 5 * HOUR_MS);
    hostChanges(elsewhere);
    const before = peer.shown(calendarId);
    expect(await driftOf(events.update(written, moved(event)))).toEqual(["drift", "moved"]);
    expect(peer.shown(calendarId)).toEqual(before);
  });

  test.each([
    ["made longer", { end: { dateTime: "2026-03-02T12:00:00Z" } }],
    ["made a whole day", { start: { date: "2026-03-02" }, end: { date: "2026-03-03" } }],
  ])("%s was moved as well", async (_name, change) => {
    const { events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    hostChanges(change);
    expect(await driftOf(events.update(written, moved(event)))).toEqual(["drift", "moved"]);
  });

  test("deleted does not come back by an update", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    hostChanges({ status: "cancelled" });
    expect(await driftOf(events.update(written, moved(event)))).toEqual(["drift", "deleted"]);
    expect(peer.shown(calendarId)).toEqual([]);
  });

  test("deleted so long ago that Google forgot it is deleted, and is removed already", async () => {
    const { store, events } = await start();
    const written = await events.create(calendarId, bookingEvent());
    store.events.clear();
    expect(await driftOf(events.update(written, bookingEvent()))).toEqual(["drift", "deleted"]);
    await events.remove(written);
  });

  test("made prettier is updated, and stays pretty", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    const pretty = { colorId: "7", reminders: { useDefault: false, overrides: [] } };
    hostChanges(pretty);
    await events.update(written, moved(event));
    expect(peer.shown(calendarId)).toMatchObject([
      { ...pretty, ...between("America/New_York", moved(event).startMs, moved(event).endMs) },
    ]);
  });

  test("moved is removed all the same, twice even", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    hostChanges(between("UTC", event.startMs + HOUR_MS, event.endMs + HOUR_MS));
    await events.remove(written);
    expect(peer.shown(calendarId)).toEqual([]);
    await events.remove(written);
  });
});

describe("an update", () => {
  test("whose answer was lost is no move of the host's when it is asked again", async () => {
    const { peer, events } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    peer.next(/^PATCH/, "answer lost");
    const failure = await failureOf(events.update(written, moved(event)));
    expect(failure).toMatchObject({ reason: "unreachable" });
    const { startMs } = await events.update(written, moved(event));
    expect(startMs).toBe(moved(event).startMs);
  });

  test("that crosses a change of the host's looks again before it writes", async () => {
    const { peer, events } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    peer.next(/^PATCH/, googleError(412, "conditionNotMet"));
    await events.update(written, moved(event));
    const afterCreate = peer.seen.slice(1).map((line) => line.split(" ")[0]);
    expect(afterCreate).toEqual(["GET", "PATCH", "GET", "PATCH"]);
  });

  test("writes only over what it has read", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    const [stale] = peer.shown(calendarId);
    hostChanges({ start: { dateTime: "2026-03-02T08:00:00Z" } });
    peer.next(/^GET/, { status: 200, body: stale });
    expect(await driftOf(events.update(written, moved(event)))).toEqual(["drift", "moved"]);
  });

  test("that crosses one every time is tried again later", async () => {
    const { peer, events } = await start();
    const written = await events.create(calendarId, bookingEvent());
    for (const _ of [1, 2]) peer.next(/^PATCH/, googleError(412, "conditionNotMet"));
    const failure = await failureOf(events.update(written, bookingEvent()));
    expect(failure).toMatchObject({ reason: "unreachable" });
  });

  test("of what is deleted in its midst finds it deleted", async () => {
    const { peer, store, events } = await start();
    const written = await events.create(calendarId, bookingEvent());
    const [stale] = peer.shown(calendarId);
    store.events.clear();
    peer.next(/^GET/, { status: 200, body: stale });
    expect(await driftOf(events.update(written, bookingEvent()))).toEqual(["drift", "deleted"]);
  });
});

test.each([
  ["that is not there", "gone", 0, "missing"],
  ["that is only read", "read", 0, "invalid"],
  ["whose provider is in trouble", calendarId, 503, "unreachable"],
] as const)("a calendar %s is not written", async (_name, id, status, reason) => {
  const { peer, events } = await start();
  peer.addCalendar({ id: "read", summary: "Read", accessRole: "reader", timeZone: "UTC" });
  if (status > 0) peer.next(/^POST/, googleError(status, "backendError"));
  expect(await failureOf(events.create(id, bookingEvent()))).toMatchObject({ reason });
});

test("an answer that names no event is not taken for one", async () => {
  const { peer, events } = await start();
  peer.next(/^POST/, { status: 200, body: { kind: "calendar#event" } });
  const failure = await failureOf(events.create(calendarId, bookingEvent()));
  expect(failure).toMatchObject({ reason: "invalid" });
});
