import { text as readText } from "node:stream/consumers";
import { expect, test } from "vitest";
import { outgoingBy } from "../outgoing/call";
import { bookingEvent, failureOf } from "../testing/calendars/access";
import { httpHost } from "../testing/hosts";
import { caldavAccount } from "./caldav";
import { icalText } from "./ical-text";

const { call } = outgoingBy({ allowPrivate: true, ports: [443] });
const before = bookingEvent();
const hourMs = 3_600_000;
const after = { ...before, startMs: before.startMs + hourMs, endMs: before.endMs + hourMs };

/** A server with one event, and how that is brought from `before` to `after`. */
async function holding(stands: typeof before) {
  const put: string[] = [];
  const url = await httpHost((request, response) => {
    if (request.method === "PUT") {
      void readText(request).then((body) => {
        put.push(body);
        return response.writeHead(204).end();
      });
    } else {
      response.end(icalText(stands, { nowMs: 0, sequence: 1, existing: null }));
    }
  });
  const account = caldavAccount({
    serverUrl: url,
    username: "host",
    password: "correct horse",
    call,
    deadlineMs: 2_000,
    timeZone: "UTC",
  });
  const { startMs, endMs } = before;
  const where = { calendarId: `${url}/work/`, eventId: `${url}/work/${before.key}.ics` };
  const written = { ...where, etag: null, startMs, endMs, meetingUrl: null };
  return { put, update: async () => await account.events?.update(written, after) };
}

test.each([
  ["where it was left", before],
  ["at its new time already, the answer to an earlier call having been lost", after],
])("an event that stands %s is brought to what it should be", async (_, stands) => {
  const { put, update } = await holding(stands);
  expect(await update()).toMatchObject({ startMs: after.startMs, endMs: after.endMs });
  expect(put).toHaveLength(1);
});

test("an event that its host moved is left as it is", async () => {
  const moved = { ...before, startMs: before.startMs - hourMs, endMs: before.endMs - hourMs };
  const { put, update } = await holding(moved);
  expect(await failureOf(update())).toMatchObject({ reason: "drift", drift: "moved" });
  expect(put).toEqual([]);
});
