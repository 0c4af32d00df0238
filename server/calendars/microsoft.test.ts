import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { accessTo, bookingEvent, failureOf } from "../testing/calendars/access";
import { graphError, microsoftPeer } from "../testing/calendars/microsoft-peer";
import { graphTime } from "../testing/calendars/microsoft-store";
import { httpHost } from "../testing/hosts";
import type { ProviderAccess } from "./calls";
import { microsoftAccount, readAccountAddress } from "./microsoft";

const at = (text: string) => Date.parse(text);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const march = { fromMs: at("2026-03-01T00:00:00Z"), toMs: at("2026-04-01T00:00:00Z") };
const own = { id: "AAMk=own", name: "Calendar", canEdit: true, isDefaultCalendar: true };
const between = (startMs: number, endMs: number) => ({
  start: graphTime(startMs),
  end: graphTime(endMs),
});

async function start(given: Partial<ProviderAccess> = {}) {
  const peer = await microsoftPeer();
  const store = peer.addCalendar(own);
  const account = microsoftAccount(accessTo(peer, given));
  return { peer, store, account, readMarch: () => account.readBusy([own.id], march) };
}

describe("the list of calendars", () => {
  test("is read to its last page, and says what can be written and which is the first", async () => {
    const { peer, account } = await start();
    peer.settings.pageSize = 1;
    peer.addCalendar({ id: "holidays", name: "Holidays", canEdit: false });
    peer.addCalendar({ id: "team", name: "Team", canEdit: true, isDefaultCalendar: false });
    expect(await account.listCalendars()).toEqual([
      { id: own.id, name: "Calendar", isWritable: true, isPrimary: true },
      { id: "holidays", name: "Holidays", isWritable: false, isPrimary: false },
      { id: "team", name: "Team", isWritable: true, isPrimary: false },
    ]);
  });

  test.each([
    ["another host", (_: string, other: string) => `${other}/v1.0/me/calendars`],
    ["another port", (base: string) => base.replace(/:\d+/, ":1")],
    [
      "a name that begins alike",
      (base: string) => `${base.replace("127.0.0.1", "127.0.0.1.evil.example")}/me`,
    ],
    ["another scheme", (base: string) => base.replace("http:", "https:")],
    ["no address", () => "?$skip=1"],
  ])("that goes on at %s is an error, and no token is sent there", async (_name, linkOf) => {
    let heard = 0;
    const other = await httpHost((_, response) => {
      heard += 1;
      response.end('{"value":[]}');
    });
    const { peer, account } = await start();
    const body = { value: [], "@odata.nextLink": linkOf(peer.baseUrl, other) };
    peer.next(/^GET .me.calendars\?/, { status: 200, body });
    expect(await failureOf(account.listCalendars())).toMatchObject({ reason: "invalid" });
    expect(heard).toBe(0);
  });
});

describe("busy times", () => {
  const tenMs = at("2026-03-02T10:00:00Z");
  const tenToEleven = between(tenMs, tenMs + HOUR_MS);

  test.each([
    ["free", { showAs: "free" }],
    ["work elsewhere", { showAs: "workingElsewhere" }],
    ["cancelled", { isCancelled: true }],
    ["declined", { responseStatus: { response: "declined" } }],
  ] as const)("do not hold what is %s", async (_name, event) => {
    const { store, readMarch } = await start();
    store.put({ ...tenToEleven, ...event });
    expect(await readMarch()).toEqual([]);
  });

  test.each([
    ["tentative", { showAs: "tentative" }],
    ["out of office", { showAs: "oof" }],
    ["of unknown kind", { showAs: "unknown" }],
    ["not yet answered", { responseStatus: { response: "notResponded" } }],
    ["accepted perhaps", { responseStatus: { response: "tentativelyAccepted" } }],
  ] as const)("hold what is %s", async (_name, event) => {
    const { store, readMarch } = await start();
    store.put({ ...tenToEleven, ...event });
    expect(await readMarch()).toEqual([{ startMs: tenMs, endMs: tenMs + HOUR_MS, key: null }]);
  });

  test("are those that reach into the range, and no others", async () => {
    const { store, account } = await start();
    const hours = (from: number, to: number) =>
      between(march.fromMs + from * HOUR_MS, march.fromMs + to * HOUR_MS);
    [hours(-2, 0), hours(-1, 1), hours(1, 1), hours(1, 3), hours(2, 3)].forEach((event) =>
      store.put(event),
    );
    const range = { fromMs: march.fromMs, toMs: march.fromMs + 2 * HOUR_MS };
    const times = await account.readBusy([own.id], range);
    expect(times.map(({ startMs }) => (startMs - march.fromMs) / HOUR_MS)).toEqual([-1, 1]);
  });

  test("are read to the last page, from every calendar", async () => {
    const { peer, store, account } = await start();
    peer.settings.pageSize = 2;
    const others = Array.from({ length: 6 }, (_, index) =>
      peer.addCalendar({ ...own, id: `calendar ${index}` }),
    );
    for (const each of [store, ...others]) {
      for (let day = 1; day <= 5; day++) {
        const startMs = march.fromMs + day * DAY_MS;
        each.put(between(startMs, startMs + HOUR_MS));
      }
    }
    const ids = [own.id, ...others.map(({ calendar }) => calendar.id ?? "")];
    expect(await account.readBusy(ids, march)).toHaveLength(35);
  });

  test("of a range longer than Microsoft takes hold everything once, at the seams too", async () => {
    const { store, account } = await start({ timeZone: "Pacific/Auckland" });
    const long = { fromMs: march.fromMs, toMs: march.fromMs + 4_000 * DAY_MS };
    for (let day = 1_820; day < 1_830; day++) {
      const startMs = long.fromMs + day * DAY_MS;
      store.put({ ...between(startMs, startMs + DAY_MS), isAllDay: true });
      store.put(between(startMs - HOUR_MS, startMs + HOUR_MS));
    }
    const times = await account.readBusy([own.id], long);
    expect(times).toHaveLength(20);
    expect(new Set(times.map(({ startMs }) => startMs)).size).toBe(20);
  });

  test("hold each instance of a series by the clock of its zone, but for what was cancelled or moved", async () => {
    const { store, readMarch } = await start();
    // New York's clocks change on 8 March.
    const first = at("2026-03-04T14:00:00Z");
    const series = store.put({
      ...between(first, first + HOUR_MS),
      originalStartTimeZone: "America/New_York",
      recurrence: { pattern: { type: "weekly", interval: 1 }, range: { numberOfOccurrences: 4 } },
    });
    const id = series?.id ?? "";
    store.put({ ...series, cancelledOccurrences: [`${id}.2026-03-18`] });
    const movedTo = at("2026-03-26T20:00:00Z");
    store.putException(id, at("2026-03-25T13:00:00Z"), between(movedTo, movedTo + HOUR_MS));
    const times = await readMarch();
    expect(times.map(({ startMs }) => new Date(startMs).toJSON()).toSorted()).toEqual([
      "2026-03-04T14:00:00.000Z",
      "2026-03-11T13:00:00.000Z",
      "2026-03-26T20:00:00.000Z",
    ]);
  });

  test.each([
    ["Pacific/Auckland", "2026-03-09T11:00:00.000Z", "2026-03-11T11:00:00.000Z"],
    ["America/Los_Angeles", "2026-03-10T07:00:00.000Z", "2026-03-12T07:00:00.000Z"],
  ])("of whole days run by the host's zone, %s", async (timeZone, from, to) => {
    const { store, account } = await start({ timeZone });
    store.put({
      ...between(at("2026-03-10T00:00:00Z"), at("2026-03-12T00:00:00Z")),
      isAllDay: true,
    });
    const expected = [{ startMs: at(from), endMs: at(to), key: null }];
    // At their very edges too, where another zone has another day.
    for (const edge of [at(from), at(to) - 1]) {
      const range = { fromMs: edge, toMs: edge + 1 };
      expect(await account.readBusy([own.id], range)).toEqual(expected);
    }
    for (const edge of [at(from) - 1, at(to)]) {
      expect(await account.readBusy([own.id], { fromMs: edge, toMs: edge + 1 })).toEqual([]);
    }
  });

  test("of 24 hours from midnight to midnight are no whole day", async () => {
    const { store, account } = await start({ timeZone: "Pacific/Auckland" });
    const startMs = at("2026-03-10T00:00:00Z");
    store.put(between(startMs, startMs + DAY_MS));
    const times = await account.readBusy([own.id], march);
    expect(times).toEqual([{ startMs, endMs: startMs + DAY_MS, key: null }]);
  });

  test("know our own event by its key", async () => {
    const { account, store, readMarch } = await start();
    const event = bookingEvent();
    await account.events?.create(own.id, event);
    store.put(tenToEleven);
    const times = await readMarch();
    expect(times.map(({ key }) => key)).toEqual([event.key, null]);
  });
});

describe("what cannot be read in full is an error, not free time:", () => {
  test("a calendar that is not there", async () => {
    const { account } = await start();
    const failure = await failureOf(account.readBusy([own.id, "gone"], march));
    expect(failure).toMatchObject({ reason: "missing" });
  });

  test.each([
    ["too many calls", 429, "ApplicationThrottled", { "retry-after": "7" }, "unreachable", 7_000],
    ["too many at once", 403, "ErrorExceededConnectionCount", {}, "unreachable", null],
    ["access that does not reach", 403, "ErrorAccessDenied", {}, "refused", null],
    ["a mailbox that has no such thing", 403, "MailboxNotSupportedForRESTAPI", {}, "invalid", null],
    ["trouble", 503, "serviceNotAvailable", { "retry-after": "20" }, "unreachable", 20_000],
    ["a question it does not take", 400, "BadRequest", {}, "invalid", null],
  ] as const)("%s", async (_name, status, code, headers, reason, retryAfterMs) => {
    const { peer, readMarch } = await start();
    peer.next(/calendarView/, graphError(status, code, headers));
    expect(await failureOf(readMarch())).toMatchObject({ reason, retryAfterMs });
  });

  const ten = graphTime(at("2026-03-02T10:00:00Z"));
  test.each([
    [
      "a time that is none",
      { start: { ...ten, dateTime: "2026-02-30T10:00:00.0000000" }, end: ten },
    ],
    [
      "a time with its zone within",
      { start: { ...ten, dateTime: "2026-03-02T10:00:00Z" }, end: ten },
    ],
    ["a time in another zone", { start: { ...ten, timeZone: "Pacific Standard Time" }, end: ten }],
    ["an event without times", {}],
  ])("%s", async (_name, event) => {
    const { peer, readMarch } = await start();
    peer.next(/calendarView/, { status: 200, body: { value: [{ id: "odd", ...event }] } });
    expect(await failureOf(readMarch())).toMatchObject({ reason: "invalid" });
  });

  test("a page that is lost", async () => {
    const { peer, store, readMarch } = await start();
    peer.settings.pageSize = 1;
    for (const hour of [1, 2]) {
      store.put(between(march.fromMs + hour * HOUR_MS, march.fromMs + (hour + 1) * HOUR_MS));
    }
    peer.next(/skip=1/, "answer lost");
    expect(await failureOf(readMarch())).toMatchObject({ reason: "unreachable" });
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
    const ids = ["a", "b", "c"];
    ids.forEach((id) => peer.addCalendar({ ...own, id }));
    expect(await account.readBusy(ids, march)).toEqual([]);
    expect(asked).toEqual([false, true]);
  });

  test("that is refused twice means that we are let in no more", async () => {
    const { account } = await start({ accessToken: () => Promise.resolve("s3cret") });
    const failure = await failureOf(account.listCalendars());
    expect(failure).toMatchObject({ reason: "refused" });
    expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain("s3cret");
  });
});

test.each([
  ["is their mail's", { mail: "ada@example.com", userPrincipalName: "a.lovelace@example.com" }],
  [
    "is what they sign in with, where they have no mail",
    { mail: null, userPrincipalName: "ada@example.com" },
  ],
])("an account's address %s", async (_name, me) => {
  const { peer } = await start();
  peer.settings.me = me;
  expect(await readAccountAddress(accessTo(peer))).toBe("ada@example.com");
});

test("an account without an address is an error", async () => {
  const { peer } = await start();
  expect(await failureOf(readAccountAddress(accessTo(peer)))).toMatchObject({ reason: "invalid" });
});
