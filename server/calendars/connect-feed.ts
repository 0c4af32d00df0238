import type { z } from "zod";
import { AppError } from "../errors";
import { outgoing } from "../outgoing/outgoing";
import { connectAccount, openAccount } from "./connect";
import { feedAccount, feedUrl } from "./feed";
import type { Viewer } from "./read";
import { calendarResource } from "./resource";
import type { Calendar, ConnectFeed } from "./schema";
import { FeedSecret, openSecret, sealSecret } from "./secret";
import { requireWhose } from "./whose";

/** Somebody waits for it; feeds may weigh some megabytes. */
const deadlineMs = 15_000;

/**
 * Connects a published calendar, once it was read.
 * @throws forbidden, not_found (member), validation_error (address); bad_request when there is no calendar to be read
 */
export async function connectFeed(
  viewer: Viewer,
  input: z.output<typeof ConnectFeed>,
): Promise<Calendar> {
  const whose = await requireWhose(viewer, input.member_id);
  const url = feedUrl(input.url);
  const { problem } = await outgoing.check(url);
  if (problem !== null) {
    throw new AppError("validation_error", `url ${problem}`, { details: { url: problem } });
  }
  const { timeZone } = whose;
  const feed = feedAccount({ url, call: outgoing.call, deadlineMs, timeZone });
  const calendars = await openAccount(feed, "url");
  const row = await connectAccount(viewer.scope, whose, {
    provider: "ics",
    // The address itself is a secret with most hosts.
    accountEmail: new URL(url).host,
    serverUrl: null,
    calendars,
    receiving: null,
    // Feeds have no account: each address is its own.
    isSame: ({ id, secret }) => secret !== null && openSecret(FeedSecret, id, secret).url === url,
    seal: (id) => sealSecret(id, { url }),
  });
  return calendarResource(row);
}
