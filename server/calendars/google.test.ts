import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { accessTo, bookingEvent, failureOf } from "../testing/calendars/access";
import { between, googleError, googlePeer } from "../testing/calendars/google-peer";
import { httpHost } from "../testing/hosts";
import type { ProviderAccess } from "./calls";
import { googleAccount } from "./google";
import { eventIdOf } from "./google-events";
import { CalendarError } from "./provider";

const at = (text: string) => Date.parse(text);
const march = { fromMs: at("2026-03-01T00:00:00Z"), toMs: at("2026-04-01T00:00:00Z") };
const own = {
  id: "host@example.com",
  summary: "Me",
  accessRole: "owner",
  timeZone: "UTC",
} as const;

async function start(given: Partial<ProviderAccess> = {}) {
  const peer = await googlePeer();
  const store = peer.addCalendar({ ...own, primary: true });
  const account = googleAccount(accessTo(peer, given));
  const readMarch = async () => {
    const times = await account.readBusy([own.id], march);
    return times.map(({ startMs, endMs }) => [startMs, endMs].map((ms) => new Date(ms).toJSON()));
  };
  return { peer, store, account, readMarch };
}

describe("the list of calendars", () => {
  test("is read to its last page, and says what can be written and which is the first", async () => {
    const { peer, account } = await start();
    peer.settings.pageSize = 1;
    peer.addCalendar({ id: "team#1", summary: "Team", accessRole: "writer", timeZone: "UTC" });
    peer.addCalendar({ id: "other", summary: "Other", accessRole: "reader", timeZone: "UTC" });
    expect(await account.listCalendars()).toEqual([
      { id: own.id, name: "Me", isWritable: true, isPrimary: true },
      { id: "team#1", name: "Team", isWritable: true, isPrimary: false },
      { id: "other", name: "Other", isWritable: false, isPrimary: false },
    ]);
  });

  test("that never ends is an error", async () => {
    const base = await httpHost((_, response) => {
      response.end('{"items":[],"nextPageToken":"again"}');
    });
    const peer = await googlePeer();
    const account = googleAccount(accessTo(peer, { baseUrl: base }));
    expect(await failureOf(account.listCalendars())).toMatchObject({ reason: "invalid" });
  });
});

describe("busy times", () => {
  const tenToEleven = between("UTC", at("2026-03-02T10:00:00Z"), at("2026-03-02T11:00:00Z"));

  test("hold what is tentative, not what is free, cancelled, declined or a place of work", async () => {
    const { store, readMarch } = await start();
    const me = { email: own.id, self: true };
    const them = { email: "them@example.com", responseStatus: "accepted" };
    store.put({ ...tenToEleven, transparency: "transparent" });
    store.put({ ...tenToEleven, status: "cancelled" });
    store.put({ ...tenToEleven, eventType: "workingLocation" });
    store.put({ ...tenToEleven, attendees: [them, { ...me, responseStatus: "declined" }] });
    expect(await readMarch()).toEqual([]);
    store.put({ ...tenToEleven, status: "tentative" });
    store.put({
      ...between("UTC", at("2026-03-03T10:00:00Z"), at("2026-03-03T11:00:00Z")),
      attendees: [
        { ...them, responseStatus: "declined" },
        { ...me, responseStatus: "needsAction" },
      ],
    });
    store.put({
      ...between("UTC", at("2026-03-04T10:00:00Z"), at("2026-03-04T11:00:00Z")),
      attendees: [{ ...them, responseStatus: "declined" }],
    });
    expect(await readMarch()).toEqual([
      ["2026-03-02T10:00:00.000Z", "2026-03-02T11:00:00.000Z"],
      ["2026-03-03T10:00:00.000Z", "2026-03-03T11:00:00.000Z"],
      ["2026-03-04T10:00:00.000Z", "2026-03-04T11:00:00.000Z"],
    ]);
  });

  test("are those that reach into the range, and no others", async () => {
    const { store, account } = await start();
    const hours = (from: number, to: number) =>
      between("UTC", march.fromMs + from * 3_600_000, march.fromMs + to * 3_600_000);
    store.put(hours(-2, 0));
    store.put(hours(-1, 1));
    store.put(hours(1, 1));
    store.put(hours(1, 3));
    store.put(hours(2, 3));
    const range = { fromMs: march.fromMs, toMs: march.fromMs + 2 * 3_600_000 };
    const times = await account.readBusy([own.id], range);
    expect(times.map(({ startMs }) => (startMs - march.fromMs) / 3_600_000)).toEqual([-1, 1]);
  });

  test("are read to the last page, from every calendar", async () => {
    const { peer, store, account } = await start();
    peer.settings.pageSize = 2;
    const others = Array.from({ length: 6 }, (_, index) =>
      peer.addCalendar({ ...own, id: `calendar ${index}` }),
    );
    for (const each of [store, ...others]) {
      for (let day = 1; day <= 5; day++) {
        const startMs = march.fromMs + day * 86_400_000;
        each.put(between("UTC", startMs, startMs + 3_600_000));
      }
    }
    const ids = [own.id, ...others.map(({ calendar }) => calendar.id)];
    expect(await account.readBusy(ids, march)).toHaveLength(35);
  });

  test("hold each instance of a series by the clock of its zone, but for what was cancelled or moved", async () => {
    const { peer, account } = await start();
    const store = peer.addCalendar({ ...own, id: "ny", timeZone: "America/New_York" });
    // New York's clocks change on 8 March.
    const first = at("2026-03-04T14:00:00Z");
    const series = store.put({
      ...between("America/New_York", first, first + 3_600_000),
      recurrence: ["RRULE:FREQ=WEEKLY;COUNT=4"],
    });
    store.putInstance(series?.id ?? "", at("2026-03-18T13:00:00Z"), { status: "cancelled" });
    const movedTo = at("2026-03-26T20:00:00Z");
    store.putInstance(
      series?.id ?? "",
      at("2026-03-25T13:00:00Z"),
      between("America/New_York", movedTo, movedTo + 3_600_000),
    );
    const times = await account.readBusy(["ny"], march);
    expect(times.map(({ startMs }) => new Date(startMs).toJSON()).toSorted()).toEqual([
      "2026-03-04T14:00:00.000Z",
      "2026-03-11T13:00:00.000Z",
      "2026-03-26T20:00:00.000Z",
    ]);
  });

  test.each([
    ["Pacific/Auckland", "2026-03-09T11:00:00.000Z", "2026-03-11T11:00:00.000Z"],
    ["America/Los_Angeles", "2026-03-10T07:00:00.000Z", "2026-03-12T07:00:00.000Z"],
  ])("of whole days run by the calendar's own zone, %s", async (timeZone, from, to) => {
    const { peer, account } = await start();
    const store = peer.addCalendar({ ...own, id: "far", timeZone });
    store.put({ start: { date: "2026-03-10" }, end: { date: "2026-03-12" } });
    const expected = [{ startMs: at(from), endMs: at(to), key: null }];
    expect(await account.readBusy(["far"], march)).toEqual(expected);
    // At its very edges too, where another zone has another day.
    for (const edge of [at(from), at(to) - 1]) {
      expect(await account.readBusy(["far"], { fromMs: edge, toMs: edge + 1 })).toEqual(expected);
    }
    for (const edge of [at(from) - 1, at(to)]) {
      expect(await account.readBusy(["far"], { fromMs: edge, toMs: edge + 1 })).toEqual([]);
    }
  });

  test("know our own event by its key, and no copy that the host made of it", async () => {
    const { peer, account, store } = await start();
    const event = bookingEvent();
    await account.events?.create(own.id, event);
    const [ours] = peer.shown(own.id);
    store.put({ ...ours, id: "copied" });
    const times = await account.readBusy([own.id], march);
    expect(times.map(({ key }) => key)).toEqual([event.key, null]);
  });
});

describe.each(["forbids", "denies", "shows nothing"] as const)(
  "a calendar that only tells its busy times, where Google %s when asked for events,",
  (closedAnswer) => {
    test("is read by them, in pieces that Google takes", async () => {
      const { peer, account } = await start();
      peer.settings.closedAnswer = closedAnswer;
      const closed = { ...own, accessRole: "freeBusyReader" } as const;
      const ids = Array.from({ length: 51 }, (_, index) => `closed ${index}`);
      const stores = ids.map((id) => peer.addCalendar({ ...closed, id }));
      const startsMs = [at("2026-03-02T10:00:00Z"), at("2026-09-02T10:00:00Z")];
      for (const startMs of startsMs) {
        stores.forEach((store) => store.put(between("UTC", startMs, startMs + 3_600_000)));
      }
      const year = { fromMs: march.fromMs, toMs: at("2027-01-01T00:00:00Z") };
      const times = await account.readBusy(ids, year);
      expect(times).toHaveLength(102);
      expect(new Set(times.map(({ startMs }) => startMs))).toEqual(new Set(startsMs));
      expect(peer.seen.filter((line) => line.startsWith("POST /freeBusy"))).toHaveLength(8);
    });
  },
);

describe("what cannot be read in full is an error, not free time:", () => {
  test("a calendar that is not there", async () => {
    const { account } = await start();
    const failure = await failureOf(account.readBusy([own.id, "gone"], march));
    expect(failure).toMatchObject({ reason: "missing" });
  });

  test.each([
    ["429", 429, "rateLimitExceeded", { "retry-after": "7" }, "unreachable", 7_000],
    ["a rate limit as 403", 403, "rateLimitExceeded", {}, "unreachable", null],
    ["a person's rate limit", 403, "userRateLimitExceeded", {}, "unreachable", null],
    ["a quota", 403, "quotaExceeded", { "retry-after": "60" }, "unreachable", 60_000],
    ["scopes that do not reach", 403, "insufficientPermissions", {}, "refused", null],
    ["trouble of Google's", 503, "backendError", {}, "unreachable", null],
    ["a question it does not take", 400, "invalid", {}, "invalid", null],
  ] as const)("%s", async (_name, status, word, headers, reason, retryAfterMs) => {
    const { peer, account } = await start();
    peer.next(/^GET .*events/, googleError(status, word, headers));
    const failure = await failureOf(account.readBusy([own.id], march));
    expect(failure).toMatchObject({ reason, retryAfterMs });
  });

  test.each([
    ["a time that is none", { start: { dateTime: "yesterday" }, end: { dateTime: "today" } }],
    ["a time without a zone", { start: { dateTime: "2026-03-01T10:00:00" }, end: {} }],
    ["an event without times", {}],
  ])("%s", async (_name, event) => {
    const { peer, account } = await start();
    const body = { timeZone: "UTC", items: [{ id: "odd", ...event }] };
    peer.next(/^GET .*events/, { status: 200, body });
    const failure = await failureOf(account.readBusy([own.id], march));
    expect(failure).toMatchObject({ reason: "invalid" });
  });

  test("a page for people, an empty answer, and a redirection", async () => {
    const answers: [number, string][] = [
      [200, "<html>Sign in</html>"],
      [200, ""],
      [302, ""],
    ];
    for (const [status, body] of answers) {
      const baseUrl = await httpHost((_, response) => {
        response.writeHead(status, { location: "/elsewhere" }).end(body);
      });
      const { account } = await start({ baseUrl });
      const failure = await failureOf(account.readBusy([own.id], march));
      expect(failure).toMatchObject({ reason: "invalid" });
    }
  });

  test.each([
    ["notFound", "missing"],
    ["internalError", "unreachable"],
    ["groupTooBig", "invalid"],
  ])("a calendar whose busy times end in %s", async (word, reason) => {
    const { peer, account } = await start();
    peer.addCalendar({ ...own, id: "closed", accessRole: "freeBusyReader" });
    const body = { calendars: { closed: { busy: [], errors: [{ reason: word }] } } };
    peer.next(/^POST .freeBusy/, { status: 200, body });
    const failure = await failureOf(account.readBusy(["closed"], march));
    expect(failure).toMatchObject({ reason });
  });

  test("a server that takes longer than the whole operation may", async () => {
    const baseUrl = await httpHost(() => {});
    const { account } = await start({ baseUrl, deadlineMs: 200 });
    const failure = await failureOf(account.readBusy([own.id], march));
    expect(failure).toMatchObject({ reason: "unreachable" });
  });
});

describe("a token", () => {
  test("that was refused is renewed once, however many calls need it", async () => {
    const asked: boolean[] = [];
    const { peer, account } = await start({
      accessToken: (options) => {
        asked.push(options?.afterRefusal === true);
        return Promise.resolve(options?.afterRefusal === true ? "the-first-token" : "expired");
      },
    });
    const ids = ["a", "b", "c"].map((id) => peer.addCalendar({ ...own, id }).calendar.id);
    expect(await account.readBusy(ids, march)).toEqual([]);
    expect(asked).toEqual([false, true]);
  });

  test("that is refused twice means that we are let in no more", async () => {
    const { account } = await start({ accessToken: () => Promise.resolve("expired") });
    const failure = await failureOf(account.listCalendars());
    expect(failure).toMatchObject({ reason: "refused" });
  });

  test("that cannot be had is the failure it is", async () => {
    const ended = new CalendarError("refused", "The access to this calendar has ended");
    const { account } = await start({ accessToken: () => Promise.reject(ended) });
    expect(await failureOf(account.listCalendars())).toBe(ended);
  });

  test.each(["s3cret", "s3cret\r\nx: y"])(
    "is in no failure, whatever went wrong",
    async (token) => {
      const gone = await httpHost((_, response) => response.destroy());
      for (const given of [{ baseUrl: gone }, {}]) {
        const { account } = await start({ ...given, accessToken: () => Promise.resolve(token) });
        const failure = await failureOf(account.listCalendars());
        expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain("s3cret");
      }
    },
  );
});

test("an event's id is its key in base32hex", () => {
  // As base64.b32hexencode of Python has it.
  expect(eventIdOf("0195a1b2-c3d4-7e5f-8a6b-7c8d9eafb0c1")).toBe("06aq3cm3qhv5v2jbfi6ptbtgo4");
});
