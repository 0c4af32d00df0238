import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { outgoingBy } from "../outgoing/call";
import { failureOf } from "../testing/calendars/access";
import { httpHost, tcpHost } from "../testing/hosts";
import { caldavAccount } from "./caldav";
import { type DavAccount, davFetch } from "./dav-fetch";

const { call } = outgoingBy({ allowPrivate: true, ports: [443] });
const secret = { username: "host", password: "correct horse" };
const range = { fromMs: Date.parse("2026-03-01"), toMs: Date.parse("2026-04-01") };

const accountAt = (serverUrl: string, given: Partial<DavAccount> = {}): DavAccount => ({
  serverUrl,
  ...secret,
  call,
  deadlineMs: 2_000,
  ...given,
});
const calendarsAt = (serverUrl: string, given: Partial<DavAccount> = {}) =>
  caldavAccount({ ...accountAt(serverUrl, given), timeZone: "UTC" });

/** A host that notes what was sent to it. */
async function listening() {
  const seen: IncomingMessage[] = [];
  const url = await httpHost((request, response) => {
    seen.push(request);
    response.writeHead(207, { "content-type": "application/xml" }).end();
  });
  return { url, seen };
}

const multistatus = (inside: string) =>
  `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${inside}</d:multistatus>`;
const answerOf = (href: string, prop: string) =>
  multistatus(
    `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${prop}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
  );

/** A host that answers everything with this XML. */
const saying = async (xml: string, status = 207) =>
  await httpHost((_, response) => {
    response.writeHead(status, { "content-type": "application/xml" }).end(xml);
  });

describe("the password goes nowhere but where it was typed for", () => {
  test.each([301, 302, 303, 307, 308])("when the server redirects by %i", async (status) => {
    const thief = await listening();
    const url = await httpHost((_, response) => {
      response.writeHead(status, { location: `${thief.url}/caldav` }).end();
    });
    expect(await failureOf(calendarsAt(url).listCalendars())).toMatchObject({ reason: "invalid" });
    expect(thief.seen).toEqual([]);
  });

  test.each([
    [
      "the principal",
      "<d:current-user-principal><d:href>THIEF/me</d:href></d:current-user-principal>",
    ],
    ["the home", "<c:calendar-home-set><d:href>THIEF/home</d:href></c:calendar-home-set>"],
  ])("when %s is said to be elsewhere", async (_, prop) => {
    const thief = await listening();
    const url = await httpHost((request, response) => {
      const own = "<d:current-user-principal><d:href>/me</d:href></d:current-user-principal>";
      const said = request.url === "/me" || prop.includes("principal") ? prop : own;
      response
        .writeHead(207, { "content-type": "application/xml" })
        .end(answerOf(request.url ?? "/", said.replace("THIEF", thief.url)));
    });
    expect(await failureOf(calendarsAt(url).listCalendars())).toMatchObject({ reason: "invalid" });
    expect(thief.seen).toEqual([]);
  });

  test("when a calendar or an event is said to be elsewhere", async () => {
    const thief = await listening();
    const account = calendarsAt((await listening()).url);
    const written = { calendarId: `${thief.url}/work/`, eventId: `${thief.url}/work/x.ics` };
    for (const work of [
      account.readBusy([`${thief.url}/work/`], range),
      account.events?.remove(written) ?? Promise.resolve(),
    ]) {
      expect(await failureOf(work)).toMatchObject({ reason: "invalid" });
    }
    expect(thief.seen).toEqual([]);
  });

  test.each([
    ["https://dav.example.com/", "https://p42-dav.example.com/x", true],
    ["https://dav.example.com/", "https://dav.example.com:8443/x", true],
    ["https://dav.example.com/", "http://dav.example.com/x", false],
    ["https://dav.example.com/", "https://example.org/x", false],
    ["https://ada.github.io/", "https://eve.github.io/x", false],
    ["https://dav.example.co.uk/", "https://evil.co.uk/x", false],
    ["https://203.0.113.7/", "https://203.0.113.8/x", false],
    ["http://localhost:5232/", "http://localhost:5233/x", false],
    ["http://localhost:5232/", "http://localhost:5232/x", true],
  ])("typed for %s: to %s? %s", async (serverUrl, url, isTrusted) => {
    const asked: (string | undefined)[] = [];
    const noting: DavAccount["call"] = (_, { headers }) => {
      asked.push(headers["authorization"]);
      return Promise.resolve({
        status: 204,
        header: () => null,
        body: new Uint8Array(),
        isCut: false,
      });
    };
    const result = davFetch(accountAt(serverUrl, { call: noting }))(url);
    if (isTrusted) await result;
    else await failureOf(result);
    expect(asked).toHaveLength(isTrusted ? 1 : 0);
  });
});

describe("a hostile or broken server", () => {
  test.each([
    ["an empty answer", ""],
    ["half of it", answerOf("/work/a.ics", "<c:calendar-data>BEGIN:VCALENDAR").slice(0, 300)],
    ["a page for people", "<html><body>Welcome</body></html>"],
    ["no XML", "{}"],
    ["XML that is cut off", multistatus("").slice(0, -5)],
    ["another XML", "<d:error xmlns:d='DAV:'/>"],
    [
      "a bomb of entities",
      `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? "" : n - 1};`.repeat(10)}">`).join("")}]><d:multistatus xmlns:d="DAV:">&a29;</d:multistatus><!-- -->`.replace(
        "multistatus xmlns",
        "bomb xmlns",
      ),
    ],
    ["what would read a file", `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>`],
    [
      "an event that was left out",
      multistatus(
        "<d:response><d:href>/work/a.ics</d:href><d:propstat><d:prop><d:getetag>1</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>",
      ),
    ],
    [
      "an event that cannot be read",
      answerOf("/work/a.ics", "<c:calendar-data>BEGIN:NONSENSE</c:calendar-data>"),
    ],
  ])("that answers with %s leaves nobody free", async (_, xml) => {
    const url = await saying(xml);
    expect(await failureOf(calendarsAt(url).readBusy([`${url}/work/`], range))).toMatchObject({
      reason: "invalid",
    });
  });

  test("whose answer nests a hundred thousand deep is refused", async () => {
    const depth = 100_000;
    const url = await saying(multistatus(`${"<a>".repeat(depth)}${"</a>".repeat(depth)}`));
    const account = calendarsAt(url, { deadlineMs: 20_000 });
    const busy = await account.readBusy([`${url}/work/`], range).catch((error: unknown) => error);
    expect(busy).not.toHaveLength(1);
  });

  test("that never stops talking is cut off", async () => {
    const url = await httpHost((_, response) => {
      response.writeHead(207, { "content-type": "application/xml" });
      const chunk = Buffer.alloc(256 * 1024, " ");
      const send = () => {
        while (!response.destroyed && response.write(chunk));
        response.once("drain", send);
      };
      send();
    });
    const account = calendarsAt(url, { deadlineMs: 20_000 });
    expect(await failureOf(account.readBusy([`${url}/work/`], range))).toMatchObject({
      reason: "invalid",
      message: "The calendar server's answer is too long",
    });
  });

  test("that says nothing is given up in time", async () => {
    const port = await tcpHost(() => {});
    const account = calendarsAt(`http://127.0.0.1:${port}/`, { deadlineMs: 300 });
    expect(await failureOf(account.listCalendars())).toMatchObject({ reason: "unreachable" });
  });

  test("that redirects round in a circle is given up", async () => {
    let visits = 0;
    const url = await httpHost((_, response) => {
      visits += 1;
      response.writeHead(302, { location: "/again" }).end();
    });
    expect(await failureOf(calendarsAt(url).readBusy([`${url}/work/`], range))).toMatchObject({
      reason: "invalid",
    });
    expect(visits).toBeLessThan(6);
  });

  test.each([
    [401, "refused"],
    [403, "refused"],
    [404, "missing"],
    [410, "missing"],
    [429, "unreachable"],
    [500, "unreachable"],
    [503, "unreachable"],
  ])("that answers %i is told apart: %s", async (status, reason) => {
    const url = await saying("", status);
    expect(await failureOf(calendarsAt(url).readBusy([`${url}/work/`], range))).toMatchObject({
      reason,
    });
  });

  test("that asks for a sign-in we do not know, or never takes ours, is refused", async () => {
    for (const challenge of [
      'Basic realm="x"',
      'Digest realm="x", nonce="n", algorithm=SHA-512-256',
      'Digest realm="x", nonce="n", qop="auth-int"',
      'Digest realm="x", nonce="n", qop="auth"',
      "Negotiate",
    ]) {
      let asked = 0;
      const url = await httpHost((_, response) => {
        asked += 1;
        response.writeHead(401, { "www-authenticate": challenge }).end();
      });
      const work = calendarsAt(url).readBusy([`${url}/work/`], range);
      expect(await failureOf(work)).toMatchObject({ reason: "refused" });
      expect(asked).toBeLessThanOrEqual(2);
    }
  });
});
