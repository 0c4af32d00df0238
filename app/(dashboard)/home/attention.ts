import type { Calendar } from "@/server/calendars/schema";
import type { Usage } from "@/server/usage/schema";
import type { WebhookWithHealth } from "@/server/webhooks/schema";
import { titleOf } from "../calendars/kinds";
import { stateOf } from "../calendars/state";
import { consequence } from "../calendars/words";

/** Something that goes wrong, or soon will, unless somebody acts. */
export type Attention = {
  key: string;
  tone: "warning" | "danger";
  title: string;
  text: string;
  href: string;
  /** What the link does. */
  action: string;
};

/** An account with the name of whose it is; null: the signed-in person's own. */
export type SomebodysCalendar = { calendar: Calendar; whose: string | null };

/** From this share of a plan's limit on, its people are told. */
const nearShare = 0.8;

/** What needs somebody, the worst first. */
export function attentionOf(
  usage: Usage,
  webhooks: readonly WebhookWithHealth[],
  calendars: readonly SomebodysCalendar[],
): Attention[] {
  const found = [
    ...calendars.flatMap(ofCalendar),
    ...webhooks.flatMap(ofWebhook),
    ...ofUsage(usage),
  ];
  return found.toSorted((a, b) => Number(b.tone === "danger") - Number(a.tone === "danger"));
}

function ofCalendar({ calendar, whose }: SomebodysCalendar): Attention[] {
  const state = stateOf(calendar);
  if (state === "connected") return [];
  const needsReconnect = state === "needs_reconnect";
  const of = whose === null ? "" : `${whose}: `;
  return [
    {
      key: calendar.id,
      tone: needsReconnect ? "danger" : "warning",
      title: `${of}${titleOf(calendar)} ${needsReconnect ? "needs to be connected again" : "cannot be read"}`,
      text: consequence(whose),
      href: "/calendars",
      action: "See calendars",
    },
  ];
}

function ofWebhook(webhook: WebhookWithHealth): Attention[] {
  const { id, url, active, disabled_reason, last_day, next_retry_at } = webhook;
  const about = { key: id, href: `/webhooks/${id}`, action: "See deliveries" };
  const { host } = new URL(url);
  if (disabled_reason !== null) {
    const text = {
      gone: "Its server answered that it is gone, so nothing is sent there any more.",
      failing: "Nothing arrived for five days, so nothing is sent there any more.",
    }[disabled_reason];
    return [{ ...about, tone: "danger", title: `The webhook to ${host} is off`, text }];
  }
  if (active && last_day.missed > 0 && next_retry_at !== null) {
    const text = "What could not be delivered is tried again; after five days it is turned off.";
    return [{ ...about, tone: "warning", title: `The webhook to ${host} fails`, text }];
  }
  return [];
}

function ofUsage({ limits, usage }: Usage): Attention[] {
  return [
    ...near("bookings", usage.bookings_this_month, limits.bookings_per_month, "this month"),
    ...near("API calls", usage.api_calls_today, limits.api_calls_per_day, "today"),
  ];
}

function near(what: string, used: number, limit: number | null, period: string): Attention[] {
  if (limit === null || used < limit * nearShare) return [];
  const count = (value: number) => value.toLocaleString("en-US");
  return [
    {
      key: what,
      tone: used >= limit ? "danger" : "warning",
      title:
        used >= limit
          ? `All ${what} of your plan ${period} are used`
          : `Few ${what} are left ${period}`,
      text: `${count(used)} of ${count(limit)} are used. Beyond that, further ones are refused.`,
      href: "/usage",
      action: "See usage",
    },
  ];
}
