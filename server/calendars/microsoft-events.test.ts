import { describe, expect, test } from "vitest";
import { accessTo, bookingEvent, failureOf } from "../testing/calendars/access";
import { graphError, microsoftPeer } from "../testing/calendars/microsoft-peer";
import { graphTime } from "../testing/calendars/microsoft-store";
import { microsoftAccount } from "./microsoft";
import type { EventWriter } from "./provider";

const calendarId = "AAMk=own";
const HOUR_MS = 3_600_000;

async function start() {
  const peer = await microsoftPeer();
  const store = peer.addCalendar({ id: calendarId, name: "Calendar", canEdit: true });
  const { events } = microsoftAccount(accessTo(peer));
  if (events === null) throw new Error("Microsoft's calendars can be written");
  /** What the host does to the one event of the calendar. */
  const hostChanges = (change: object) => {
    const [event] = peer.shown(calendarId);
    store.put({ ...event, ...change });
  };
  return { peer, store, events, hostChanges };
}

const between = (startMs: number, endMs: number) => ({
  start: graphTime(startMs),
  end: graphTime(endMs),
});

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
  // An id that stays when the host files the event elsewhere.
  expect(written.eventId).toMatch(/^immutable-/);
  expect(peer.shown(calendarId)).toMatchObject([
    {
      id: written.eventId,
      "@odata.etag": written.etag,
      subject: event.title,
      body: { contentType: "text", content: event.description },
      location: { displayName: event.location },
      transactionId: event.key,
      ...between(startMs, endMs),
    },
  ]);
  expect(peer.shown(calendarId)[0]).not.toHaveProperty("attendees");

  const later = moved({ ...event, title: "Another title", description: "More", location: null });
  const rewritten = await events.update(written, later);
  expect(rewritten).toMatchObject({ startMs: later.startMs, eventId: written.eventId });
  expect(peer.shown(calendarId)).toMatchObject([
    {
      subject: "Another title",
      body: { content: "More" },
      location: { displayName: "" },
      ...between(later.startMs, later.endMs),
    },
  ]);

  await events.remove(rewritten);
  expect(peer.shown(calendarId)).toEqual([]);
  await events.remove(rewritten);
});

describe("a meeting", () => {
  const conferencing = "microsoft_teams";

  test("is opened with the event, and stays open when the event is changed", async () => {
    const { peer, events } = await start();
    const event = bookingEvent({ conferencing });
    const written = await events.create(calendarId, event);
    expect(written.meetingUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    const changed = { ...moved(event), title: "Another title", description: "More" };
    const again = await events.update(written, changed);
    expect(again.meetingUrl).toBe(written.meetingUrl);
    expect(peer.shown(calendarId)).toMatchObject([
      {
        subject: "Another title",
        isOnlineMeeting: true,
        ...between(changed.startMs, changed.endMs),
      },
    ]);
  });

  test("is opened for an event that had none", async () => {
    const { events } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    const online = await events.update(written, { ...event, conferencing });
    expect(online.meetingUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
  });

  test("of another provider is not Microsoft's to open", async () => {
    const { events } = await start();
    const event = bookingEvent({ conferencing: "google_meet" });
    expect(await events.create(calendarId, event)).toMatchObject({ meetingUrl: null });
  });
});

describe.each(["is answered", "is refused", "was forgotten"] as const)(
  "where a repeated transaction %s, an event that is created twice",
  (repeated) => {
    const begin = async () => {
      const started = await start();
      started.peer.settings.repeated = repeated;
      return started;
    };

    test("because the first answer was lost stands once", async () => {
      const { peer, events } = await begin();
      const event = bookingEvent({ conferencing: "microsoft_teams" });
      peer.next(/^POST/, "answer lost");
      const failure = await failureOf(events.create(calendarId, event));
      expect(failure).toMatchObject({ reason: "unreachable" });
      const { eventId, meetingUrl } = await events.create(calendarId, event);
      expect(peer.shown(calendarId)).toMatchObject([
        { id: eventId, onlineMeeting: { joinUrl: meetingUrl } },
      ]);
    });

    test("after the host cancelled it stands again", async () => {
      const { peer, events, hostChanges } = await begin();
      const event = bookingEvent();
      const before = await events.create(calendarId, event);
      hostChanges({ isCancelled: true });
      const after = await events.create(calendarId, event);
      expect(after.eventId).not.toBe(before.eventId);
      const standing = peer.shown(calendarId).filter(({ isCancelled }) => isCancelled !== true);
      expect(standing).toMatchObject([{ id: after.eventId }]);
    });

    test("is brought to what is asked for, whatever stood there", async () => {
      const { peer, events, hostChanges } = await begin();
      const event = bookingEvent();
      await events.create(calendarId, event);
      const day = Date.parse("2026-03-05T00:00:00Z");
      hostChanges({ ...between(day, day + 24 * HOUR_MS), isAllDay: true, categories: ["Red"] });
      await events.create(calendarId, moved(event));
      const { startMs, endMs } = moved(event);
      expect(peer.shown(calendarId)).toMatchObject([
        { ...between(startMs, endMs), isAllDay: false, categories: ["Red"] },
      ]);
    });

    test("after it was deleted stands again", async () => {
      const { peer, events } = await begin();
      const event = bookingEvent();
      await events.remove(await events.create(calendarId, event));
      const again = await events.create(calendarId, event);
      expect(peer.shown(calendarId)).toMatchObject([{ id: again.eventId }]);
    });
  },
);

// Where no transaction is remembered, nothing holds two calls at once apart.
test.each(["is answered", "is refused"] as const)(
  "an event that is created twice at once stands once, as asked for last, where a repeated transaction %s",
  async (repeated) => {
    const { peer, events } = await start();
    peer.settings.repeated = repeated;
    const event = bookingEvent();
    await events.create(calendarId, event);
    // What the second call finds that looked before the first was through.
    peer.next(/^GET .*filter/, { status: 200, body: { value: [] } });
    const later = moved(event);
    await events.create(calendarId, later);
    expect(peer.shown(calendarId)).toMatchObject([between(later.startMs, later.endMs)]);
  },
);

test("an event that Microsoft knows but does not show is tried again later", async () => {
  const { peer, events } = await start();
  for (const _ of [1, 2]) peer.next(/^POST/, graphError(409, "ErrorDuplicateTransactionId"));
  const failure = await failureOf(events.create(calendarId, bookingEvent()));
  expect(failure).toMatchObject({ reason: "unreachable" });
});

describe("an event that the host", () => {
  test.each([
    ["moved", 5, 5],
    ["made longer", 0, 1],
  ])("%s is left as it is", async (_name, startHours, endHours) => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    hostChanges(between(event.startMs + startHours * HOUR_MS, event.endMs + endHours * HOUR_MS));
    const before = peer.shown(calendarId);
    expect(await driftOf(events.update(written, moved(event)))).toEqual(["drift", "moved"]);
    expect(peer.shown(calendarId)).toEqual(before);
  });

  test("deleted does not come back by an update", async () => {
    const { peer, store, events } = await start();
    const written = await events.create(calendarId, bookingEvent());
    store.events.clear();
    expect(await driftOf(events.update(written, bookingEvent()))).toEqual(["drift", "deleted"]);
    expect(peer.shown(calendarId)).toEqual([]);
  });

  test("cancelled is deleted", async () => {
    const { events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    hostChanges({ isCancelled: true });
    expect(await driftOf(events.update(written, moved(event)))).toEqual(["drift", "deleted"]);
  });

  test("made prettier is updated, and stays pretty", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    hostChanges({ categories: ["Red"], reminderMinutesBeforeStart: 60 });
    await events.update(written, moved(event));
    expect(peer.shown(calendarId)).toMatchObject([
      {
        categories: ["Red"],
        reminderMinutesBeforeStart: 60,
        start: graphTime(moved(event).startMs),
      },
    ]);
  });

  test("moved is removed all the same", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    hostChanges(between(event.startMs + HOUR_MS, event.endMs + HOUR_MS));
    await events.remove(written);
    expect(peer.shown(calendarId)).toEqual([]);
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

  test("writes only over what it has read", async () => {
    const { peer, events, hostChanges } = await start();
    const event = bookingEvent();
    const written = await events.create(calendarId, event);
    const [stale] = peer.shown(calendarId);
    hostChanges(between(event.startMs - HOUR_MS, event.endMs));
    peer.next(/^GET/, { status: 200, body: stale });
    expect(await driftOf(events.update(written, moved(event)))).toEqual(["drift", "moved"]);
  });

  test.each([
    [412, "PreconditionFailed"],
    [409, "ErrorIrresolvableConflict"],
  ])(
    "that crosses a change of the host's, by %i, looks again, but not for ever",
    async (status, code) => {
      const { peer, events } = await start();
      const event = bookingEvent();
      const written = await events.create(calendarId, event);
      peer.next(/^PATCH/, graphError(status, code));
      await events.update(written, moved(event));
      for (const _ of [1, 2]) peer.next(/^PATCH/, graphError(status, code));
      const failure = await failureOf(events.update(written, moved(event)));
      expect(failure).toMatchObject({ reason: "unreachable" });
    },
  );

  test("of what is deleted in its midst finds it deleted", async () => {
    const { peer, store, events } = await start();
    const written = await events.create(calendarId, bookingEvent());
    const [stale] = peer.shown(calendarId);
    store.events.clear();
    peer.next(/^GET/, { status: 200, body: stale });
    expect(await driftOf(events.update(written, bookingEvent()))).toEqual(["drift", "deleted"]);
  });
});

test("a calendar that is not there, or is only read, is not written", async () => {
  const { peer, events } = await start();
  peer.addCalendar({ id: "read", name: "Read", canEdit: false });
  const gone = await failureOf(events.create("gone", bookingEvent()));
  expect(gone).toMatchObject({ reason: "missing" });
  const read = await failureOf(events.create("read", bookingEvent()));
  expect(read).toMatchObject({ reason: "refused" });
});
