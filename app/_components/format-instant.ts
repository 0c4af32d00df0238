export type InstantFormat = "date" | "long-date" | "time" | "date-time";

export type Zoned = {
  /** An IANA name. */
  timeZone: string;
  /** A BCP 47 tag, such as "en-GB". */
  locale: string;
};

const styles = {
  date: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  "long-date": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
} as const satisfies Record<Exclude<InstantFormat, "date-time">, Intl.DateTimeFormatOptions>;

/** The instant as a clock and calendar in `timeZone` show it, in the words of `locale`. */
export function formatInstant(
  at: Date,
  format: InstantFormat,
  { timeZone, locale }: Zoned,
  showZone = false,
): string {
  if (format === "date-time") {
    // Joined here, since what stands between date and time has changed from one ICU to the next.
    const comma = locale.startsWith("ja") ? " " : ", ";
    const date = formatInstant(at, "date", { timeZone, locale });
    return `${date}${comma}${formatInstant(at, "time", { timeZone, locale }, showZone)}`;
  }
  const text = intl(at, locale, { timeZone, ...styles[format] });
  return format === "time" && showZone ? `${text} ${zoneName(at, { timeZone, locale })}` : text;
}

/** "Wed 4 Mar 2026, 10:00 – 10:30"; with both dates where the end falls on another one. */
export function formatRange(start: Date, end: Date, zoned: Zoned, showZone = false): string {
  const sameDay = formatInstant(start, "date", zoned) === formatInstant(end, "date", zoned);
  const from = formatInstant(start, "date-time", zoned);
  return `${from} – ${formatInstant(end, sameDay ? "time" : "date-time", zoned, showZone)}`;
}

/** "GMT+1", "EST". Apart, since beside it some languages write an hour of one digit with two. */
function zoneName(at: Date, { timeZone, locale }: Zoned): string {
  const options = { timeZone, hour: "numeric", timeZoneName: "short" } as const;
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

// Newer ICU puts narrow no-break spaces before AM and PM; a plain one is the same everywhere.
function intl(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(at).replace(/[\u202F\u00A0]/gu, " ");
}
