import { createServer } from "node:http";
import { sealSecret } from "../server/calendars/secret";
import { prisma } from "../server/db";
import { newId } from "../server/ids";
import { addTenant, bookSome } from "./data";
import type { HttpRow } from "./http.bench";
import { getRepeatedly } from "./load";

/** What a busy person has in a month. */
const eventCount = 200;

const stamp = (atMs: number): string => new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** As much of a CalDAV server as a reading takes: a calendar with events from `start` on, one every three hours. */
async function startCalendar(start: string): Promise<{ url: string; close: () => void }> {
  const events = Array.from({ length: eventCount }, (_, index) => {
    const atMs = Date.parse(start) + index * 3 * 3_600_000;
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VEVENT\r\nUID:${index}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${stamp(atMs)}\r\nDTEND:${stamp(atMs + 1_800_000)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    return `<d:response><d:href>/work/${index}.ics</d:href><d:propstat><d:prop><d:getetag>1</d:getetag><c:calendar-data>${text}</c:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
  });
  const answer = `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${events.join("")}</d:multistatus>`;
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(207, { "content-type": "application/xml" }).end(answer);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** GET /v1/availability over 30 days of a host whose CalDAV calendar was read a moment ago, against a host without one. */
export async function benchCalendars(
  base: string,
  { start, end, seconds }: { start: string; end: string; seconds: number },
): Promise<HttpRow[]> {
  const tenant = await addTenant(30);
  const { organizationId, hostId, eventTypeId } = tenant;
  await bookSome(tenant, 20, start, end);
  const url = `${base}/v1/availability?event_type_id=${eventTypeId}&start=${start}&end=${end}`;
  const measure = async () => {
    await getRepeatedly(url, 2);
    return await getRepeatedly(url, seconds);
  };
  const without = await measure();
  const calendar = await startCalendar(start);
  const id = newId();
  await prisma.calendarConnection.create({
    data: {
      id,
      organizationId,
      memberId: hostId,
      provider: "caldav",
      accountEmail: "bench",
      serverUrl: calendar.url,
      secret: sealSecret(id, { username: "bench", password: "bench" }),
      calendars: [{ id: `${calendar.url}work/`, name: "Work", is_writable: true, is_busy: true }],
    },
  });
  const withOne = await measure();
  calendar.close();
  const ratio = withOne.p50Ms / without.p50Ms;
  return [
    { name: "availability, host without a calendar", ...without },
    {
      name: `availability, host with a CalDAV calendar of ${eventCount} events, p50 against without`,
      ...withOne,
      ratio,
      aim: "≤ 1.3",
      met: ratio <= 1.3,
    },
  ];
}
