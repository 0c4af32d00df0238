import { formatInstant } from "@/app/_components/format-instant";
import { Tooltip } from "@/app/_components/tooltip";
import { relativeTime, remainingTime } from "./relative-time";

/** The locale of everything on these pages. */
export const locale = "en-US";

export type Clock = {
  /** The organization's. */
  timeZone: string;
  /** When the page was made, so that server and browser write the same times. */
  now: string;
};

/** How long ago, or until then; the exact time on hover, and on focus for the keyboard. */
export function Moment({ at, timeZone, now }: Clock & { at: string }) {
  const instant = new Date(at);
  const inWords = at > now ? remainingTime : relativeTime;
  return (
    <Tooltip content={formatInstant(instant, "date-time", { timeZone, locale }, true)}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the tooltip must open by keyboard */}
      <time dateTime={at} tabIndex={0} className="rounded-sm whitespace-nowrap">
        {inWords(instant, new Date(now))}
      </time>
    </Tooltip>
  );
}
