import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Challenge, digestAuthorization, digestChallenge } from "../../calendars/dav-digest";
import { php, radicale, sabreTables } from "../../ops/calendar-servers";
import { freePort } from "../../ops/ports.mjs";

/** A CalDAV server that somebody else wrote, with one user and one calendar, as that user's own program would use it. */
export type DavServer = {
  url: string;
  username: string;
  password: string;
  calendarUrl: string;
  /** Puts an event (the inside of a VCALENDAR) into the calendar. @returns its address */
  put: (name: string, events: string) => Promise<string>;
  /** Puts a whole text at an address. */
  write: (address: string, text: string) => Promise<void>;
  remove: (address: string) => Promise<void>;
  /** The text at an address, or null. */
  get: (address: string) => Promise<string | null>;
  /** Addresses in the calendar's own words. */
  list: () => Promise<string[]>;
  stop: () => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

const username = "host";
const password = "correct horse";

type Program = { start: (port: number, folder: string) => ChildProcess; calendarPath: string };

/** Radicale; signs people in by Basic, and leaves the expansion of recurring events to the client. */
export const startRadicale = async (): Promise<DavServer> =>
  await startDavServer(
    {
      calendarPath: `/${username}/work/`,
      start: (_port, folder) =>
        spawn(radicale, ["-C", join(folder, "config")], { stdio: "ignore" }),
    },
    async (port, folder) => {
      await writeFile(join(folder, "users"), `${username}:${password}\n`);
      const config = [
        "[server]",
        `hosts = 127.0.0.1:${port}`,
        "[auth]",
        "type = htpasswd",
        `htpasswd_filename = ${join(folder, "users")}`,
        "htpasswd_encryption = plain",
        "delay = 0",
        "[storage]",
        `filesystem_folder = ${join(folder, "collections")}`,
        "",
      ];
      await writeFile(join(folder, "config"), config.join("\n"));
    },
  );

const sabreScript = fileURLToPath(new URL("sabre-server.php", import.meta.url));

/** sabre/dav, which Nextcloud and Baïkal are built on; signs people in by Digest. */
export const startSabre = async (): Promise<DavServer> =>
  await startDavServer(
    {
      calendarPath: `/calendars/${username}/work/`,
      start: (port, folder) =>
        spawn(php, ["-S", `127.0.0.1:${port}`, sabreScript], {
          stdio: "ignore",
          env: { ...process.env, DAV_DATABASE: join(folder, "dav.sqlite") },
        }),
    },
    async (_port, folder) => {
      const tables = await Promise.all(
        ["users", "principals", "calendars"].map((name) =>
          readFile(join(sabreTables, `sqlite.${name}.sql`), "utf8"),
        ),
      );
      const proof = createHash("md5").update(`${username}:SabreDAV:${password}`).digest("hex");
      const person = `
        INSERT INTO users (username, digesta1) VALUES ('${username}', '${proof}');
        INSERT INTO principals (uri, email, displayname) VALUES ('principals/${username}', 'host@example.com', 'Host');`;
      const script = `
        $pdo = new PDO('sqlite:${join(folder, "dav.sqlite")}');
        $pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
        $pdo->exec(file_get_contents('php://stdin'));`;
      const child = spawn(php, ["-r", script], { stdio: ["pipe", "ignore", "inherit"] });
      child.stdin.end([...tables, person].join("\n"));
      await once(child, "exit");
    },
  );

async function startDavServer(
  { start, calendarPath }: Program,
  prepare: (port: number, folder: string) => Promise<void>,
): Promise<DavServer> {
  const folder = await mkdtemp(join(tmpdir(), "astrocal-dav-"));
  const port = await freePort();
  await prepare(port, folder);
  const url = `http://127.0.0.1:${port}/`;
  const calendarUrl = new URL(calendarPath, url).href;
  let child = start(port, folder);
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  await untilAnswers(url);
  const call = client();

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      kill();
      await ended;
    }
  };
  const write = async (address: string, text: string) => {
    const answer = await call("PUT", address, text);
    if (!answer.ok) throw new Error(`not put: ${answer.status} ${await answer.text()}`);
  };
  const made = await call("MKCALENDAR", calendarUrl);
  if (made.status !== 201) {
    throw new Error(`the calendar was not made: ${made.status} ${await made.text()}`);
  }
  return {
    url,
    username,
    password,
    calendarUrl,
    put: async (name, events) => {
      const address = `${calendarUrl}${name}.ics`;
      const lines = events
        .trim()
        .split(/\r?\n/)
        .map((each) => each.trim());
      const whole = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        ...lines,
        "END:VCALENDAR",
      ];
      await write(address, whole.map((each) => `${each}\r\n`).join(""));
      return address;
    },
    write,
    remove: async (address) => {
      await call("DELETE", address);
    },
    get: async (address) => {
      const answer = await call("GET", address);
      return answer.ok ? await answer.text() : null;
    },
    list: async () => {
      const answer = await call("PROPFIND", calendarUrl);
      const text = await answer.text();
      return [...text.matchAll(/<[^>]*href>([^<]+\.ics)</g)].map(
        ([, href = ""]) => new URL(href, url).href,
      );
    },
    stop,
    start: async () => {
      child = start(port, folder);
      await untilAnswers(url);
    },
    close: async () => {
      await stop();
      process.off("exit", kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(50);
  }
  throw new Error("the CalDAV server did not start");
}

/** Calls as the user, by Basic or Digest as the server asks. */
function client() {
  let challenge: Challenge | null = null;
  const once = async (method: string, url: string, body?: string) => {
    const authorization =
      challenge === null
        ? `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`
        : digestAuthorization(
            challenge,
            { username, password },
            { method, uri: new URL(url).pathname },
          );
    const headers = { authorization, depth: "1", "content-type": "text/calendar; charset=utf-8" };
    return await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  };
  return async (method: string, url: string, body?: string): Promise<Response> => {
    const answer = await once(method, url, body);
    challenge = digestChallenge(answer.headers.get("www-authenticate") ?? "") ?? challenge;
    return answer.status === 401 && challenge !== null ? await once(method, url, body) : answer;
  };
}
