import { civilDate, type FreeTime, freeTimes, lastMonth, nextFree } from "../(booking)/free-times";
import { type Month, monthOf, utcRanges } from "../(booking)/months";
import { type VisitorLocale, visitorLocale } from "../(booking)/visitor-locale";
import { currentZoneName } from "../_components/time-zones";
import { type Client, createClient } from "../_sdk/client";
import { AstrocalError } from "../_sdk/error";
import type { Language } from "../(booking)/words/language";
import type { Basics } from "../(booking)/words/words";
import { type Labels, wordsFor } from "./labels/labels";
import type { Booking, EventType, Options, Step } from "./options";

/** What a visitor's way through a widget is made of; the views read it, and change it by `widget.ts`. */
export type Session = {
  readonly client: Client;
  readonly options: Options;
  readonly labels: Labels;
  readonly basics: Basics;
  readonly locale: VisitorLocale;
  readonly eventType: EventType;
  readonly baseUrl: string;
  step: Step;
  zone: string;
  duration: number;
  month: Month;
  readonly lastMonth: Month;
  date: string | null;
  chosen: FreeTime | null;
  /** What is being moved, or was made. */
  booking: Booking | null;
  /** Of `booking`: lets it be moved. */
  token: string;
  /** Whether there is a line to stand in, by the last answer. */
  isWaitedFor: boolean;
  /** Months that were read, for one duration. */
  readonly read: Map<string, Promise<FreeTime[]>>;
};

const ownZone = () => currentZoneName(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Reads the event type, and the booking where one is to be moved. @throws what the server said, or that it did not */
export async function openSession(options: Options, baseUrl: string): Promise<Session> {
  const client = createClient({
    baseUrl,
    // Nobody looks at a calendar that says nothing for longer: then they are told, and may try again.
    maxRetryAfterMs: 3_000,
    // A visitor's session with this very server is nothing of the widget's.
    fetch: (input, init) => fetch(input, { ...init, credentials: "omit" }),
  });
  const { booking: moving } = options;
  const booking = moving === undefined ? null : await client.getBooking(moving);
  const id = booking?.event_type_id ?? options.eventType ?? "";
  const eventType = await client.getPublicEventType({ id });
  const zone = options.timeZone ?? ownZone();
  const durations = eventType.duration_options ?? [eventType.duration_minutes];
  const asked = booking === null ? options.duration : minutesOf(booking);
  const nowMs = Date.now();
  const { language, labels, basics } = wordsFor(options.locale);
  return {
    client,
    options,
    baseUrl,
    eventType,
    labels: { ...labels, ...options.labels },
    basics,
    locale: localeOf(language, options.locale),
    step: "loading",
    zone,
    duration: durations.find((each) => each === asked) ?? eventType.duration_minutes,
    month: monthOf(civilDate(zone, nowMs)),
    lastMonth: lastMonth(civilDate(eventType.timezone, nowMs), eventType.booking_window_days),
    date: null,
    chosen: null,
    booking,
    token: moving?.token ?? "",
    isWaitedFor: false,
    read: new Map(),
  };
}

const minutesOf = (booking: Booking): number =>
  (Date.parse(booking.end_time) - Date.parse(booking.start_time)) / 60_000;

/** A site's own locale is taken as it is; a visitor's is the language that is spoken, by their region's habits. */
function localeOf(language: Language, own: string | undefined): VisitorLocale {
  if (own === undefined) return visitorLocale(language, navigator.language);
  return { ...visitorLocale(language, own), locale: own };
}

/** A month's free times, and those of the days around it that another zone may count to it. */
export async function readMonth(session: Session, month: Month): Promise<FreeTime[]> {
  const { client, eventType, duration, read } = session;
  const key = `${duration} ${month}`;
  const known = read.get(key);
  if (known !== undefined) return await known;
  const ask = async () => {
    const answers = await Promise.all(
      utcRanges(month).map((range) =>
        client.listAvailability({
          event_type_id: eventType.id,
          ...range,
          timezone: "UTC",
          duration,
        }),
      ),
    );
    session.isWaitedFor = answers.some((each) => each.waitlist_available);
    return freeTimes(answers.flatMap(({ slots }) => slots));
  };
  const asked = ask();
  read.set(key, asked);
  // What failed is asked for anew.
  asked.catch(() => read.delete(key));
  return await asked;
}

/** The next month that has a free time, within a year; null where there is none. */
export async function findNext(session: Session): Promise<Month | null> {
  const { month, lastMonth: last, zone } = session;
  const found = await nextFree(month, last, zone, (each) => readMonth(session, each));
  return found?.month ?? null;
}

/** An error in words for a visitor. */
export function wordsOf(error: unknown, labels: Labels): string {
  if (!(error instanceof AstrocalError)) return labels.offline;
  return error.code === "not_found" ? labels.notFound : error.message;
}
