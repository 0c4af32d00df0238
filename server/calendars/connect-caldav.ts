import type { z } from "zod";
import { AppError } from "../errors";
import { outgoing } from "../outgoing/outgoing";
import { caldavAccount } from "./caldav";
import { connectAccount, openAccount } from "./connect";
import type { Viewer } from "./read";
import { calendarResource } from "./resource";
import { type Calendar, caldavPresets, type ConnectCaldav } from "./schema";
import { sealSecret } from "./secret";
import { requireWhose } from "./whose";

/** Discovery takes up to six calls, and somebody waits for it. */
const deadlineMs = 15_000;

/**
 * Connects a CalDAV account: it is let in, and its calendars are found, before anything is kept.
 * @throws forbidden, not_found (member), validation_error (address); bad_request when the server cannot be reached or refuses
 */
export async function connectCaldav(
  viewer: Viewer,
  input: z.output<typeof ConnectCaldav>,
): Promise<Calendar> {
  const whose = await requireWhose(viewer, input.member_id);
  const serverUrl = await serverUrlOf(input);
  const { username, password, calendar_url: receiving = null } = input;
  const account = caldavAccount({
    serverUrl,
    username,
    password,
    call: outgoing.call,
    deadlineMs,
    timeZone: whose.timeZone,
  });
  const calendars = await openAccount(account, "server_url", "password");
  if (receiving !== null && !calendars.some((each) => each.isWritable && each.id === receiving)) {
    const names = calendars.filter((each) => each.isWritable).map(({ id }) => id);
    throw new AppError("validation_error", "calendar_url names no calendar that can be written", {
      details: { calendar_url: `must be one of: ${names.join(", ")}` },
    });
  }
  const row = await connectAccount(viewer.scope, whose, {
    provider: "caldav",
    accountEmail: username,
    serverUrl,
    calendars,
    receiving,
    isSame: () => true,
    seal: (id) => sealSecret(id, { username, password }),
  });
  return calendarResource(row);
}

async function serverUrlOf({
  preset,
  server_url: typed = "",
}: z.output<typeof ConnectCaldav>): Promise<string> {
  if (preset === "icloud" || preset === "fastmail") {
    return caldavPresets[preset];
  }
  const { problem } = await outgoing.check(typed);
  if (problem !== null) {
    throw new AppError("validation_error", `server_url ${problem}`, {
      details: { server_url: problem },
    });
  }
  const url = new URL(typed);
  // What people copy from the browser is the page of their Nextcloud, not its calendars' address.
  const isBare = preset === "nextcloud" && !url.pathname.includes("/remote.php/");
  return isBare ? new URL(`${url.pathname.replace(/\/$/, "")}/remote.php/dav`, url).href : url.href;
}
