import { Card } from "@/app/_components/card";
import { LocalTime } from "@/app/_components/local-time";
import type { Usage } from "@/server/usage/schema";
import { formatCount } from "./count";
import { LimitBar } from "./limit-bar";

type Props = { usage: Usage; mode: "live" | "test"; timeZone: string };

/** The plan's limits, and what is used of them. */
export function PlanCard({ usage: { tier, limits, usage, reset_at }, mode, timeZone }: Props) {
  const perMinute = limits.api_calls_per_minute;
  const reset = (at: string) => (
    <>
      Resets <LocalTime at={at} timeZone={timeZone} locale="en-US" showZone />.
    </>
  );
  return (
    <Card
      title={`${tier.charAt(0).toUpperCase()}${tier.slice(1)} plan`}
      description={
        perMinute === null
          ? "There is no limit on API calls in a minute."
          : `Up to ${formatCount(perMinute)} API calls a minute. Live and test count apart; these are the ${mode} side's.`
      }
    >
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <LimitBar
          label="API calls today"
          used={usage.api_calls_today}
          limit={limits.api_calls_per_day}
          resets={reset(reset_at.daily)}
          refusal="Used up: further calls are refused with 429 until then."
        />
        <LimitBar
          label="Bookings this month"
          used={usage.bookings_this_month}
          limit={limits.bookings_per_month}
          resets={reset(reset_at.monthly)}
          refusal="Used up: further bookings are refused until then."
        />
      </div>
    </Card>
  );
}
