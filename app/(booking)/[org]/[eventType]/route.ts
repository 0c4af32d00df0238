import { civilDateAt } from "@/server/time";
import type { EventTypePage } from "@/server/event-types/schema";
import { type Answer, answerPage, notice, type Visit } from "../../answer-page";
import { byDay, type FreeTime, freeTimes, lastMonth, nextFree } from "../../free-times";
import { type Month, monthOf, utcRanges } from "../../months";
import { formatMinutes } from "../../place";
import { prefillOf } from "../../prefill";
import { fill } from "../../words/fill";
import { eventTypeAt } from "./event-type-at";

type Context = { params: Promise<{ org: string; eventType: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return await answerPage(async (visit) => {
    const { org, eventType: slug } = await params;
    const mode = visit.query.get("mode") === "test" ? "test" : "live";
    const eventType = await eventTypeAt(visit.api, { org, slug, mode });
    return eventType === null ? noPage(visit) : await bookPage(visit, eventType);
  });
}

function noPage({ spoken: { words } }: Visit): Answer {
  const { noPage: title, noPageTitle, noPageText } = words.page;
  return notice(404, { title, robots: "noindex" }, [noPageTitle, noPageText]);
}

async function bookPage(visit: Visit, eventType: EventTypePage): Promise<Answer> {
  const { api, nowMs } = visit;
  const zone = visit.zone ?? eventType.timezone;
  const { date, durationMinutes, ...person } = prefillOf(visit.query);
  const duration = durationOf(eventType, durationMinutes);
  const last = lastMonth(civilDateAt(eventType.timezone, nowMs), eventType.booking_window_days);
  const today = civilDateAt(zone, nowMs);

  const load = async (month: Month) => {
    const answers = await Promise.all(
      utcRanges(month).map((range) =>
        api.availability.list({ event_type_id: eventType.id, ...range, timezone: "UTC", duration }),
      ),
    );
    return freeTimes(answers.flatMap((answer) => answer.slots));
  };
  const wished = date !== null && date >= today && monthOf(date) <= last ? monthOf(date) : null;
  const initial = await firstMonth(wished ?? monthOf(today), last, zone, load);
  return {
    head: headOf(visit, eventType),
    content: {
      view: "book",
      eventType,
      duration,
      zone,
      nowMs,
      lastMonth: last,
      initial,
      date,
      person,
    },
  };
}

function headOf({ spoken }: Visit, eventType: EventTypePage): Answer["head"] {
  const { words } = spoken;
  const { organization_name: organization, booking_url: address } = eventType;
  const length = formatMinutes(eventType.duration_minutes, words.basics.length);
  return {
    title: `${eventType.title} · ${organization}`,
    description: eventType.description ?? fill(words.page.describe, { organization, length }),
    ...(eventType.is_test ? { robots: "noindex, nofollow" } : {}),
    share: {
      address,
      siteName: organization,
      image: `${address}/opengraph-image`,
    },
  };
}

function durationOf(
  type: { duration_minutes: number; duration_options: number[] | null },
  asked: number | null,
): number {
  return type.duration_options?.find((option) => option === asked) ?? type.duration_minutes;
}

/** The month to open: the one asked for, or the next that has anything to choose from. */
async function firstMonth(
  month: Month,
  last: Month,
  zone: string,
  load: (month: Month) => Promise<FreeTime[]>,
): Promise<{ month: Month; months: Record<Month, FreeTime[]> }> {
  const months: Record<Month, FreeTime[]> = { [month]: await load(month) };
  if (byDay(months[month] ?? [], month, zone).size > 0) return { month, months };
  const next = await nextFree(month, last, zone, load);
  if (next === null) return { month, months };
  return { month: next.month, months: { ...months, [next.month]: await load(next.month) } };
}
