import { addDays } from "@/server/time";
import { formatDay } from "./format-day";

/** "Today Friday, November 27"; the year where it is another one than today's. Both are civil dates. */
export function dayName(date: string, today: string) {
  const written = formatDay(date, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  });
  const near = new Map([
    [today, "Today"],
    [addDays(today, 1), "Tomorrow"],
    [addDays(today, -1), "Yesterday"],
  ]).get(date);
  if (near === undefined) return written;
  return (
    <>
      {near} <span className="font-normal text-muted">{written}</span>
    </>
  );
}
