import { createServer } from "node:http";
import { newMember, type TestOrganization } from "../factories";
import { ok } from "../rest";

/** Addresses on a host of this process: as much of CalDAV as connecting and reading take, and a feed. Everybody gets in, nobody is busy. */
export type SmallHost = { davUrl: string; feedUrl: string };

const multistatus = (href: string, prop: string) =>
  `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>${href}</d:href><d:propstat><d:prop>${prop}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`;

const answers: Record<string, string> = {
  "/": multistatus(
    "/",
    "<d:current-user-principal><d:href>/me/</d:href></d:current-user-principal>",
  ),
  "/me/": multistatus("/me/", "<c:calendar-home-set><d:href>/home/</d:href></c:calendar-home-set>"),
  "/home/": multistatus(
    "/home/work/",
    "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Work</d:displayname>",
  ),
};

const nothing = '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"></d:multistatus>';

const feed =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:Team\r\nEND:VCALENDAR\r\n";

let running: Promise<SmallHost> | undefined;

/** The host, from its first use until the process ends. */
export function smallHost(): Promise<SmallHost> {
  running ??= new Promise((resolve) => {
    const server = createServer((request, response) => {
      const path = request.url ?? "/";
      request.resume();
      if (path === "/team.ics") {
        response.setHeader("content-type", "text/calendar").end(feed);
      } else if (request.method === "PROPFIND" && path in answers) {
        response.writeHead(207, { "content-type": "application/xml" }).end(answers[path]);
      } else if (request.method === "REPORT") {
        response.writeHead(207, { "content-type": "application/xml" }).end(nothing);
      } else {
        response.writeHead(404).end();
      }
    });
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const url = `http://127.0.0.1:${port}`;
      resolve({ davUrl: `${url}/`, feedUrl: `${url}/team.ics` });
    });
    // No test waits for it.
    server.unref();
  });
  return running;
}

/** What it takes to connect a CalDAV account that lets everybody in. */
export const davBody = async (memberId?: string) => ({
  ...(memberId === undefined ? {} : { member_id: memberId }),
  server_url: (await smallHost()).davUrl,
  username: "host",
  password: "a password of the test",
});

export const feedBody = async (memberId?: string) => ({
  ...(memberId === undefined ? {} : { member_id: memberId }),
  url: (await smallHost()).feedUrl,
});

/** A calendar of a new member's, who hosts nothing. @returns its id */
export async function newCalendar(organization: TestOrganization): Promise<string> {
  const body = await davBody(await newMember(organization));
  return (await ok("calendars.connectCaldav", { key: organization.live, body })).id;
}
