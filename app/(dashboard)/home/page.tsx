import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { zoneCity } from "@/app/_components/time-zones";
import { api } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { allCalendars, memberNames } from "../calendars/all-calendars";
import { stateOf } from "../calendars/state";
import { allEventTypes } from "../bookings/event-types";
import { isUnderWay, underWayQuery, viewQuery } from "../bookings/views";
import { mayCall } from "@/server/members/roles";
import { attentionOf } from "./attention";
import { AttentionList } from "./attention-list";
import { Checklist } from "./checklist";
import { NextBookings } from "./next-bookings";
import { stepsOf } from "./steps";

export const metadata: Metadata = { title: "Home" };

const shownBookings = 8;

/** What is next, and what needs somebody; while the organization is new, what to do first. */
export default async function HomePage() {
  const caller = await api();
  const { nowMs } = await requestFacts();
  const { user, organization, role, member_id: ownId } = await caller.organizations.membership();
  const may = (procedure: string) => mayCall(role, procedure);
  const [next, begun, any, newest, types, keys, usage, webhooks, calendars] = await Promise.all([
    caller.bookings.list({ ...viewQuery("upcoming", nowMs), limit: shownBookings }),
    caller.bookings.list({ ...underWayQuery(nowMs), limit: 100 }),
    caller.bookings.list({ limit: 1 }),
    caller.eventTypes.list({ limit: 1, active: true }),
    allEventTypes(caller),
    may("apiKeys.list") ? caller.apiKeys.list({ limit: 1 }) : { data: [] },
    caller.usage.get({}),
    may("webhooks.listWithHealth") ? caller.webhooks.listWithHealth({ limit: 100 }) : { data: [] },
    allCalendars(caller),
  ]);
  const troubled = calendars.filter((calendar) => stateOf(calendar) !== "connected");
  const others = troubled.map((each) => each.member_id).filter((id) => id !== ownId);
  const names = await memberNames(caller, others);
  const progress = {
    bookingUrl: newest.data[0]?.booking_url ?? null,
    hasBooking: any.data.length > 0,
    hasKey: keys.data.length > 0,
  };
  // The first steps are an admin's.
  const isNew = may("eventTypes.create") && stepsOf(progress).some(({ isDone }) => !isDone);
  const underWay = begun.data.filter((booking) => isUnderWay(booking, nowMs));
  const { timezone } = organization;

  return (
    <>
      <PageHeader
        title={`Hello, ${user.name.split(" ")[0]}`}
        description={
          timezone === "UTC"
            ? "Times are in UTC."
            : `Times are ${zoneCity(timezone)} time (${timezone}).`
        }
      />
      <div className="grid grid-cols-1 gap-6">
        <AttentionList
          items={attentionOf(
            usage,
            webhooks.data,
            troubled.map((calendar) => ({
              calendar,
              whose: calendar.member_id === ownId ? null : (names.get(calendar.member_id) ?? null),
            })),
          )}
        />
        {isNew && <Checklist progress={progress} />}
        {(progress.hasBooking || !isNew) && (
          <NextBookings
            bookings={[...underWay, ...next.data]}
            hasMore={next.has_more}
            types={types}
            timeZone={timezone}
            nowMs={nowMs}
          />
        )}
      </div>
    </>
  );
}
