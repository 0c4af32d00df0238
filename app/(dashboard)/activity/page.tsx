import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { zoneCity } from "@/app/_components/time-zones";
import { api } from "@/app/_trpc/server";
import { pageContext, requestFacts } from "@/app/_trpc/session";
import { allEventTypes } from "../bookings/event-types";
import { ActivityList } from "./activity-list";
import { FilterBar } from "./filter-bar";
import { filtersHref, filtersQuery, parseFilters } from "./filters";
import { NoActivity } from "./no-activity";

export const metadata: Metadata = { title: "Activity" };

const pageSize = 50;

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function ActivityPage({ searchParams }: Props) {
  const filters = parseFilters(await searchParams);
  const caller = await api();
  const mode = (await pageContext()).isTest ? "test" : "live";
  const { nowMs } = await requestFacts();
  const { organization } = await caller.organizations.membership();
  const timeZone = organization.timezone;
  const zoneInWords = timeZone === "UTC" ? "UTC" : `${zoneCity(timeZone)} time (${timeZone})`;
  const query = { ...filtersQuery(filters, timeZone), limit: pageSize };
  const [page, types] = await Promise.all([caller.activity.list(query), allEventTypes(caller)]);
  return (
    <>
      <PageHeader
        title="Activity"
        description={`Who changed what on the ${mode} side. Entries are never altered or deleted. Times are ${zoneInWords}.`}
      />
      <div className="grid grid-cols-1 gap-5">
        <FilterBar filters={filters} />
        {page.data.length === 0 ? (
          <NoActivity filters={filters} mode={mode} />
        ) : (
          <ActivityList
            key={filtersHref(filters)}
            first={page}
            query={query}
            filters={filters}
            types={types}
            timeZone={timeZone}
            nowMs={nowMs}
          />
        )}
      </div>
    </>
  );
}
