import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TestModeBanner } from "@/app/_components/test-mode-banner";
import { visitorApi } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { civilDateAt, isTimeZone } from "@/server/time";
import { BrandColors } from "../../brand-colors";
import { callerCode, isRefusedInput } from "../../caller-code";
import { byDay, type FreeTime, freeTimes, lastMonth, nextFree } from "../../free-times";
import { type Month, monthOf, utcRanges } from "../../months";
import { formatMinutes, placeOf } from "../../place";
import { prefillOf } from "../../prefill";
import { requestWords } from "../../request-words";
import { firstOf, type SearchParams } from "../../search-params";
import { fill } from "../../words/fill";
import { languages } from "../../words/language";
import { rememberedZone, zoneCookieName } from "../../zone-memory";
import { Booking } from "./booking";
import { Description, Summary } from "./summary";
import { WaitlistOffer } from "./waitlist-offer";

type Props = {
  params: Promise<{ org: string; eventType: string }>;
  searchParams: SearchParams;
};

const eventTypeAt = cache(async (org: string, slug: string, mode: "live" | "test") => {
  const caller = await visitorApi();
  try {
    return await caller.eventTypes.getByAddress({ organization_slug: org, slug, mode });
  } catch (error) {
    if (callerCode(error) === "not_found" || isRefusedInput(error)) notFound();
    throw error;
  }
});

async function read({ params, searchParams }: Props) {
  const [{ org, eventType: slug }, search] = await Promise.all([params, searchParams]);
  const eventType = await eventTypeAt(
    org,
    slug,
    firstOf(search["mode"]) === "test" ? "test" : "live",
  );
  return { eventType, search };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { eventType } = await read(props);
  const title = `${eventType.title} · ${eventType.organization_name}`;
  const { words, language } = await requestWords();
  const { organization_name: organization, booking_url: address } = eventType;
  const length = formatMinutes(eventType.duration_minutes, words.basics.length);
  const description = eventType.description ?? fill(words.page.describe, { organization, length });
  const inEach = Object.keys(languages).map((tag) => [tag, `${address}?lang=${tag}`] as const);
  return {
    title: { absolute: title },
    description,
    metadataBase: new URL("/", address),
    alternates: { canonical: address, languages: Object.fromEntries(inEach) },
    openGraph: {
      type: "website",
      url: address,
      title,
      description,
      siteName: organization,
      locale: language,
    },
    twitter: { card: "summary_large_image" },
    ...(eventType.is_test ? { robots: { index: false, follow: false } } : {}),
  };
}

export default async function BookingPage(props: Props) {
  const { eventType, search } = await read(props);
  const { nowMs } = await requestFacts();
  const remembered = rememberedZone((await cookies()).get(zoneCookieName)?.value, isTimeZone);
  const zone = remembered ?? eventType.timezone;
  const { words } = await requestWords();
  const { date, durationMinutes, ...person } = prefillOf(search);
  const duration = durationOf(eventType, durationMinutes);
  const last = lastMonth(civilDateAt(eventType.timezone, nowMs), eventType.booking_window_days);
  const today = civilDateAt(zone, nowMs);

  const caller = await visitorApi();
  const load = async (month: Month) => {
    const answers = await Promise.all(
      utcRanges(month).map((range) =>
        caller.availability.list({
          event_type_id: eventType.id,
          ...range,
          timezone: "UTC",
          duration,
        }),
      ),
    );
    return freeTimes(answers.flatMap((answer) => answer.slots));
  };
  const wished = date !== null && date >= today && monthOf(date) <= last ? monthOf(date) : null;
  const first = await firstMonth(wished ?? monthOf(today), last, zone, load);

  return (
    <>
      <BrandColors color={eventType.brand_color} />
      {eventType.is_test && (
        <div className="md:-mt-10 md:mb-10">
          <TestModeBanner label={words.page.testMode}>{words.page.testPage}</TestModeBanner>
        </div>
      )}
      <Booking
        eventType={eventType}
        summary={<Summary eventType={eventType} place={placeOf(eventType, words.basics.places)} />}
        description={<Description text={eventType.description} />}
        duration={duration}
        zone={zone}
        nowMs={nowMs}
        lastMonth={last}
        initial={first}
        date={date}
        person={person}
      />
      {eventType.waitlist_enabled && (
        <section aria-label={words.waitlist.join}>
          <WaitlistOffer eventTypeId={eventType.id} zone={zone} person={person} />
        </section>
      )}
    </>
  );
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
