"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { Checkbox } from "@/app/_components/checkbox";
import { FormError } from "@/app/_components/form-error";
import { LeaveGuard } from "@/app/_components/leave-guard";
import { PageHeader } from "@/app/_components/page-header";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import type { MemberSchedule } from "@/server/members/schema";
import { civilDateAt } from "@/server/time";
import { DateOverrides } from "../../../../hours/date-overrides";
import { HoursEditor } from "../../../../hours/hours-editor";
import {
  type Hours,
  hoursHaveProblems,
  hoursOf,
  rulesOf,
  usualHours,
  weekdays,
} from "../../../../hours/week";

type Props = {
  initial: MemberSchedule;
  name: string;
  isOwn: boolean;
  /** When the page was made, so that server and browser agree on the date. */
  now: string;
};

/** What is edited: `isWeekly` is whether the member has weekly hours of their own. */
type Draft = { isWeekly: boolean; hours: Hours };

/** Monday to Friday: where somebody begins who had no hours of their own. */
const usualWeek = weekdays.slice(0, 5).map((day) => ({
  day_of_week: day,
  // As the wire has them.
  start_time: `${usualHours.start}:00`,
  end_time: `${usualHours.end}:00`,
}));

const draftOf = (schedule: MemberSchedule): Draft => ({
  isWeekly: schedule.rules !== null,
  hours: hoursOf({ ...schedule, rules: schedule.rules ?? usualWeek }),
});

/** A member's own hours and days off. */
export function ScheduleForm({ initial, name, isOwn, now }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  const [saved, setSaved] = useState(() => draftOf(initial));
  const [draft, setDraft] = useState(saved);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PageError | null>(null);
  const [nowMs] = useState(() => Date.parse(now));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const isWrong = hoursHaveProblems(draft.hours);
  const setHours = (hours: Hours) => setDraft({ ...draft, hours });
  const today = civilDateAt(draft.hours.timeZone, nowMs);

  async function save() {
    setPending(true);
    setFailure(null);
    try {
      const hours = rulesOf(draft.hours);
      const input = { ...hours, rules: draft.isWeekly ? hours.rules : null };
      const schedule = isOwn
        ? await client.members.replaceOwnSchedule.mutate(input)
        : await client.members.replaceSchedule.mutate({ id: initial.member_id, ...input });
      setSaved(draftOf(schedule));
      setDraft(draftOf(schedule));
      toast.success("Hours saved");
      router.refresh();
    } catch (error) {
      setFailure(pageError(error));
    }
    setPending(false);
  }

  return (
    <>
      <PageHeader
        title={isOwn ? "Your hours" : `Hours of ${name}`}
        description={`A time is offered with ${isOwn ? "you" : name} only where it lies within the event type's hours and these. Bookings made stay.`}
        breadcrumb={[{ label: "Team", href: "/settings/team" }]}
      />
      <form
        noValidate
        className="grid max-w-3xl gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong && !pending) void save();
        }}
      >
        <Card>
          <Checkbox
            label="Weekly hours of one's own"
            hint="Without them, those of the event types hold. Days off can be set either way."
            checked={draft.isWeekly}
            onChange={(event) => setDraft({ ...draft, isWeekly: event.target.checked })}
          />
        </Card>
        {draft.isWeekly ? (
          <HoursEditor hours={draft.hours} onChange={setHours} today={today} />
        ) : (
          <DateOverrides
            overrides={draft.hours.overrides}
            today={today}
            onChange={(overrides) => setHours({ ...draft.hours, overrides })}
          />
        )}
        <FormError error={failure} labels={{}} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary" loading={pending} disabled={!isDirty || isWrong}>
            Save hours
          </Button>
          <Button disabled={!isDirty || pending} onClick={() => setDraft(saved)}>
            Discard
          </Button>
        </div>
      </form>
      <LeaveGuard active={isDirty && !pending} />
    </>
  );
}
