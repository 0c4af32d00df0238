"use client";

import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { Checkbox } from "@/app/_components/checkbox";
import { FieldGroup } from "@/app/_components/field";
import type { AccountCalendar, Calendar } from "@/server/calendars/schema";
import { useUpdate } from "./use-update";

/** Which of an account's calendars close slots; saved with each tick. */
export function BusyCalendars({ calendar: { id, provider_metadata } }: { calendar: Calendar }) {
  const { calendars } = provider_metadata;
  const [shown, show] = useOptimistic(
    calendars.filter((each) => each.is_busy).map((each) => each.id),
  );
  const [, startTransition] = useTransition();
  const update = useUpdate();

  function save(ids: string[], words: string, before: string[] | null) {
    startTransition(async () => {
      show(ids);
      if (!(await update({ id, busy_calendar_ids: ids }))) return;
      if (before === null) {
        toast.success(words);
        return;
      }
      const onClick = () => save(before, "As before", null);
      // One for each account: what it would undo is the last change alone.
      toast.success(words, { id, action: { label: "Undo", onClick } });
    });
  }

  function toggle({ id: each, name }: AccountCalendar, isBusy: boolean) {
    const next = isBusy ? [...shown, each] : shown.filter((other) => other !== each);
    save(next, `“${name}” closes ${isBusy ? "slots" : "no slots any more"}`, shown);
  }

  return (
    <FieldGroup label="Calendars that close slots">
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {calendars.map((each) => (
          <Checkbox
            key={each.id}
            label={<span className="wrap-anywhere">{each.name}</span>}
            checked={shown.includes(each.id)}
            onChange={(event) => toggle(each, event.target.checked)}
          />
        ))}
      </div>
      {shown.length === 0 && (
        <p className="text-sm text-muted">None: nothing in this account closes a slot.</p>
      )}
    </FieldGroup>
  );
}
