import { formatInstant, formatRange, type InstantFormat, type Zoned } from "./format-instant";

/*
 * Zone and locale are always given, never the runtime's own: the server and the browser then write the
 * same text. What may still differ is the spelling in two releases of ICU ("Sep", "Sept"), which is
 * not worth a second render, hence suppressHydrationWarning.
 */

export type LocalTimeProps = Zoned & {
  /** ISO 8601 with an offset. */
  at: string;
  format?: InstantFormat;
  /** Adds "GMT+1" or "EST" to the time of day. */
  showZone?: boolean;
  className?: string;
};

export function LocalTime({
  at,
  timeZone,
  locale,
  format = "date-time",
  showZone = false,
  className,
}: LocalTimeProps) {
  return (
    <time dateTime={at} className={className} suppressHydrationWarning>
      {formatInstant(new Date(at), format, { timeZone, locale }, showZone)}
    </time>
  );
}

export type LocalTimeRangeProps = Omit<LocalTimeProps, "at" | "format"> & {
  start: string;
  end: string;
};

export function LocalTimeRange({
  start,
  end,
  timeZone,
  locale,
  showZone = false,
  className,
}: LocalTimeRangeProps) {
  return (
    <time dateTime={start} className={className} suppressHydrationWarning>
      {formatRange(new Date(start), new Date(end), { timeZone, locale }, showZone)}
    </time>
  );
}
