import type { Metadata } from "next";
import { api } from "@/app/_trpc/server";
import { pageContext, requestFacts } from "@/app/_trpc/session";
import { allCalendars, memberNames } from "./all-calendars";
import { byMember } from "./by-member";
import { Calendars } from "./calendars";
import { outcomeOf } from "./outcome";

export const metadata: Metadata = { title: "Calendars" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CalendarsPage({ searchParams }: Props) {
  const caller = await api();
  const [query, { isTest }, { nowMs }, membership, calendars, options] = await Promise.all([
    searchParams,
    pageContext(),
    requestFacts(),
    caller.organizations.membership(),
    allCalendars(caller),
    caller.calendars.options(),
  ]);
  const { member_id: ownId, organization } = membership;
  const others = calendars.map((each) => each.member_id).filter((id) => id !== ownId);
  const names = await memberNames(caller, others);
  return (
    <Calendars
      members={byMember(calendars, ownId, names)}
      options={options}
      isTest={isTest}
      outcome={outcomeOf(query, calendars)}
      clock={{ timeZone: organization.timezone, now: new Date(nowMs).toISOString() }}
    />
  );
}
