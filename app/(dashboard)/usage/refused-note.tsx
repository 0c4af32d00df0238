import { GaugeIcon } from "lucide-react";
import Link from "next/link";
import type { UsageSummary } from "@/server/usage/schema";
import { formatDay } from "../bookings/format-day";
import { counted } from "./count";
import { periodLabels } from "./period";
import { refusedCalls } from "./refused";

/** Points out calls that were refused with 429, and what to do about them. */
export function RefusedNote({ daily, period }: Pick<UsageSummary, "daily" | "period">) {
  const refused = refusedCalls(daily);
  if (refused === null) return null;
  const { total, worst, days } = refused;
  const when = formatDay(worst.date, { weekday: "long", day: "numeric", month: "long" });
  return (
    <section
      aria-labelledby="refused"
      className="flex gap-3 rounded-lg border border-warning/50 bg-warning-soft px-4 py-3.5 text-base"
    >
      <GaugeIcon aria-hidden className="mt-0.75 size-4 shrink-0 text-warning-text" />
      <div className="grid gap-0.5">
        <h2 id="refused" className="font-medium">
          {counted(total, "call was", "calls were")} refused with 429 in the last{" "}
          {periodLabels[period]}
          {days === 1 ? `, on ${when}` : `, most on ${when} (${worst.rate_limited})`}
        </h2>
        <p>
          They came faster than the plan allows. Wait as many seconds as <code>Retry-After</code>{" "}
          says before you call again, and spread calls that can wait.{" "}
          <Link
            href="/docs/rate-limits"
            className="rounded-sm font-medium text-warning-text underline underline-offset-2"
          >
            How rate limits work
          </Link>
        </p>
      </div>
    </section>
  );
}
