const styles = {
  month: { month: "long", year: "numeric" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  day: { weekday: "short", day: "numeric", month: "long" },
  weekday: { weekday: "long" },
  "short-weekday": { weekday: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A civil date, "2026-12-01", in words; it belongs to no zone. */
export function formatDate(date: string, style: keyof typeof styles, locale: string): string {
  const key = `${locale} ${style}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...styles[style] });
  formats.set(key, format);
  return format.format(new Date(`${date}T00:00:00Z`));
}
