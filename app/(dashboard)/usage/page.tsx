import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { TabLinks } from "@/app/_components/tabs";
import { api } from "@/app/_trpc/server";
import { pageContext } from "@/app/_trpc/session";
import type { UsageSummary } from "@/server/usage/schema";
import { counted, formatCount } from "./count";
import { DayCard } from "./day-card";
import type { Series } from "./day-chart";
import { NoCalls } from "./no-calls";
import { parsePeriod, periodHref, periodLabels, periods } from "./period";
import { PlanCard } from "./plan-card";
import { RefusedNote } from "./refused-note";

export const metadata: Metadata = { title: "Usage" };

const callSeries: readonly Series[] = [
  { name: "Answered", words: ["API call", "API calls"], tone: "main" },
  { name: "Refused with 429", words: ["refused", "refused"], tone: "refused" },
];
const bookingSeries: readonly Series[] = [
  { name: "Bookings", words: ["booking", "bookings"], tone: "main" },
];

type Props = { searchParams: Promise<{ period?: string | string[] }> };

export default async function UsagePage({ searchParams }: Props) {
  const period = parsePeriod((await searchParams).period);
  const caller = await api();
  const mode = (await pageContext()).isTest ? "test" : "live";
  const [usage, summary, { organization }] = await Promise.all([
    caller.usage.get({}),
    caller.usage.summary({ period }),
    caller.organizations.membership(),
  ]);
  const { daily, api_calls: calls } = summary;
  const refused = daily.reduce((sum, day) => sum + day.rate_limited, 0);
  return (
    <>
      <PageHeader
        title="Usage"
        description={`What the ${mode} side uses of your plan. Days and months are those of UTC.`}
      />
      <div className="grid grid-cols-1 gap-5">
        <PlanCard usage={usage} mode={mode} timeZone={organization.timezone} />
        <TabLinks
          label="Period"
          links={periods.map((each) => ({
            href: periodHref(each),
            label: `Last ${periodLabels[each]}`,
            current: each === period,
          }))}
        />
        <RefusedNote daily={daily} period={period} />
        {calls.total + refused === 0 ? (
          <NoCalls period={period} mode={mode} />
        ) : (
          <DayCard
            title="API calls by day"
            description={`${counted(calls.total, "call")} in the last ${periodLabels[period]}.`}
            // Without a refusal the chart says nothing of refusals.
            series={refused === 0 ? callSeries.slice(0, 1) : callSeries}
            days={daily.map((day) => ({
              date: day.date,
              counts: refused === 0 ? [day.api_calls] : [day.api_calls, day.rate_limited],
            }))}
          />
        )}
        <DayCard
          title="Bookings by day"
          description={bookingsInWords(summary)}
          series={bookingSeries}
          days={daily.map(({ date, bookings }) => ({ date, counts: [bookings] }))}
        />
      </div>
    </>
  );
}

/** "12 bookings made: 9 confirmed, 3 cancelled." */
function bookingsInWords({ bookings, period }: UsageSummary): string {
  const { total, confirmed, cancelled, pending_payment: pending } = bookings;
  const made = `${counted(total, "booking")} made in the last ${periodLabels[period]}`;
  if (total === 0) return `${made}.`;
  const parts = [
    `${formatCount(confirmed)} confirmed`,
    ...(cancelled === 0 ? [] : [`${formatCount(cancelled)} cancelled`]),
    ...(pending === 0 ? [] : [`${formatCount(pending)} awaiting payment`]),
  ];
  return `${made}: ${parts.join(", ")}.`;
}
