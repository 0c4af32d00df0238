import type { Metadata } from "next";
import { zoneCity } from "@/app/_components/time-zones";
import { PageHeader } from "@/app/_components/page-header";
import { TabLinks } from "@/app/_components/tabs";
import { api } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { BookingList } from "./booking-list";
import { EventTypeFilter } from "./event-type-filter";
import { allEventTypes } from "./event-types";
import { NoBookings } from "./no-bookings";
import {
  hasEnded,
  isUnderWay,
  parseView,
  underWayQuery,
  viewHref,
  viewLabels,
  viewQuery,
  views,
} from "./views";

export const metadata: Metadata = { title: "Bookings" };

const pageSize = 50;

type Props = {
  searchParams: Promise<{ view?: string | string[]; event_type?: string | string[] }>;
};

export default async function BookingsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const view = parseView(asked.view);
  const caller = await api();
  const { nowMs } = await requestFacts();
  const [{ organization }, types] = await Promise.all([
    caller.organizations.membership(),
    allEventTypes(caller),
  ]);
  const type = types.find(({ id }) => id === asked.event_type);
  const filter = type === undefined ? {} : { event_type_id: type.id };
  const query = { ...viewQuery(view, nowMs), ...filter, limit: pageSize };
  const [page, underWay] = await Promise.all([
    caller.bookings.list(query),
    view === "upcoming"
      ? caller.bookings.list({ ...underWayQuery(nowMs), ...filter, limit: 100 })
      : { data: [] },
  ]);
  const ahead = underWay.data.filter((booking) => isUnderWay(booking, nowMs));
  const rows = page.data.filter((booking) => view !== "past" || hasEnded(booking, nowMs));
  const timeZone = organization.timezone;

  return (
    <>
      <PageHeader title="Bookings" description={timesAre(timeZone)} />
      <div className="grid grid-cols-1 gap-5">
        <TabLinks
          label="Bookings"
          links={views.map((each) => ({
            href: viewHref(each, type?.id),
            label: viewLabels[each],
            current: each === view,
          }))}
        />
        {types.length > 1 && <EventTypeFilter view={view} types={types} chosen={type?.id} />}
        {ahead.length + rows.length === 0 && !page.has_more ? (
          <NoBookings view={view} type={type} hasTypes={types.length > 0} />
        ) : (
          <BookingList
            key={`${view}:${type?.id ?? ""}`}
            underWay={ahead}
            first={page}
            query={query}
            view={view}
            types={types}
            timeZone={timeZone}
            nowMs={nowMs}
          />
        )}
      </div>
    </>
  );
}

const timesAre = (timeZone: string): string =>
  timeZone === "UTC" ? "Times are in UTC." : `Times are ${zoneCity(timeZone)} time (${timeZone}).`;
