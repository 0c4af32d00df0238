"use client";

import { CalendarSync, FlaskConical, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";
import type { Clock } from "../settings/api-keys/moment";
import type { MemberCalendars } from "./by-member";
import { ConnectDialog, type Options, type Wish } from "./connect-dialog";
import { MemberSection } from "./member-section";
import type { Outcome } from "./outcome";
import { OutcomeNote } from "./outcome-note";

type Props = {
  members: readonly MemberCalendars[];
  options: Options;
  isTest: boolean;
  outcome: Outcome | null;
  clock: Clock;
};

export function Calendars({ members, options, isTest, outcome, clock }: Props) {
  const [wish, setWish] = useState<Wish | null>(null);
  const connect = () => setWish({ again: null });
  const isEmpty = members.every(({ calendars }) => calendars.length === 0);
  return (
    <>
      <PageHeader
        title="Calendars"
        description="What is in a connected calendar closes slots, and bookings are written into it."
        actions={
          <Button variant="primary" icon={<Plus />} onClick={connect}>
            Connect a calendar
          </Button>
        }
      />
      <div className="grid grid-cols-1 gap-6">
        <OutcomeNote outcome={outcome} />
        {isTest && (
          <p className="flex gap-2.5 rounded-lg border border-line bg-surface px-4 py-3 text-muted">
            <FlaskConical aria-hidden className="mt-0.75 size-4 shrink-0" />
            Test mode touches no calendar: these count for live bookings only.
          </p>
        )}
        {isEmpty ? (
          <EmptyState
            icon={<CalendarSync />}
            title="No calendar is connected"
            action={
              <Button icon={<Plus />} onClick={connect}>
                Connect a calendar
              </Button>
            }
          >
            Once yours is, whatever makes you busy there closes slots, so that nobody books over it.
            Bookings with you are written into it, and move and vanish there with them.
          </EmptyState>
        ) : (
          members.map((member) => (
            <MemberSection
              key={member.memberId}
              member={member}
              isAlone={members.length === 1}
              clock={clock}
              connectAgain={(again) => setWish({ again })}
            />
          ))
        )}
      </div>
      <ConnectDialog wish={wish} onClose={() => setWish(null)} options={options} />
    </>
  );
}
