import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { outgoingBy } from "../outgoing/call";
import { failureOf } from "../testing/calendars/access";
import { httpHost } from "../testing/hosts";
import { feedAccount, feedUrl } from "./feed";

const { call } = outgoingBy({ allowPrivate: true, ports: [443] });
const range = { fromMs: Date.parse("2026-03-01"), toMs: Date.parse("2026-04-01") };
const ics = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//test//EN",
  "X-WR-CALNAME:Family",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTAMP:20260101T000000Z",
  "DTSTART:20260302T100000Z",
  "DTEND:20260302T110000Z",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
const ten = {
  startMs: Date.parse("2026-03-02T10:00:00Z"),
  endMs: Date.parse("2026-03-02T11:00:00Z"),
};

const feedAt = (url: string, deadlineMs = 2_000) =>
  feedAccount({ url, call, deadlineMs, timeZone: "UTC" });
const busyAt = async (url: string) => await feedAt(url).readBusy(["feed"], range);

/** A feed's host, and how it was asked. */
async function feedHost(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: IncomingMessage[] = [];
  const url = await httpHost((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  return { url, seen };
}

test("a feed's events are busy, and it is called what it calls itself", async () => {
  const { url } = await feedHost((_, response) => response.end(ics));
  expect(await busyAt(url)).toMatchObject([ten]);
  expect(await feedAt(url).listCalendars()).toEqual([
    { id: "feed", name: "Family", isWritable: false, isPrimary: false },
  ]);
  expect(feedAt(url).events).toBeNull();
});

test("webcal: is https:", () => {
  expect(feedUrl("webcal://example.com/a.ics")).toBe("https://example.com/a.ics");
  expect(feedUrl("WEBCALS://example.com/a.ics")).toBe("https://example.com/a.ics");
  expect(feedUrl("https://example.com/webcal://a")).toBe("https://example.com/webcal://a");
});

test("what has not changed is not sent again", async () => {
  const { url, seen } = await feedHost((request, response) => {
    if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.setHeader("etag", '"1"').end(ics);
  });
  expect(await busyAt(url)).toMatchObject([ten]);
  expect(await busyAt(url)).toMatchObject([ten]);
  expect(seen.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"']);
});

test("a redirect is followed, a circle of them is not", async () => {
  const { url } = await feedHost((request, response) => {
    if (request.url === "/new") response.end(ics);
    else response.writeHead(301, { location: request.url === "/old" ? "/new" : "/round" }).end();
  });
  expect(await busyAt(`${url}/old`)).toMatchObject([ten]);
  expect(await failureOf(busyAt(`${url}/round`))).toMatchObject({ reason: "invalid" });
});

describe("nobody is free by a feed that", () => {
  test.each([
    ["asks for a password", 401, "", "refused"],
    ["is forbidden", 403, "", "refused"],
    ["is gone", 404, "", "missing"],
    ["is in trouble", 500, "", "unreachable"],
    ["says nothing", 200, "", "invalid"],
    ["is a page", 200, "<html></html>", "invalid"],
    ["ends in the middle", 200, ics.slice(0, 150), "invalid"],
    [
      "holds what cannot be understood",
      200,
      ics.replace("20260302T100000Z", "tomorrow"),
      "invalid",
    ],
    ["says it has not changed, at first", 304, "", "unreachable"],
  ])("%s", async (_, status, body, reason) => {
    const { url } = await feedHost((__, response) => response.writeHead(status).end(body));
    expect(await failureOf(busyAt(url))).toMatchObject({ reason });
  });

  test("is larger than 5 MB", async () => {
    const { url } = await feedHost((_, response) => {
      response.end(
        ics.replace("END:VCALENDAR", `X-FILL:${"x".repeat(6 * 1024 * 1024)}\r\nEND:VCALENDAR`),
      );
    });
    expect(await failureOf(busyAt(url))).toMatchObject({ reason: "invalid" });
  });

  test("does not answer in time", async () => {
    const { url } = await feedHost(() => {});
    const work = feedAt(url, 300).readBusy(["feed"], range);
    expect(await failureOf(work)).toMatchObject({ reason: "unreachable" });
  });
});
