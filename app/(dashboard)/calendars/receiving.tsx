"use client";

import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { Field } from "@/app/_components/field";
import { Select, SelectItem } from "@/app/_components/select";
import type { MemberCalendars } from "./by-member";
import { titleOf } from "./kinds";
import { useUpdate } from "./use-update";

type Place = { value: string; id: string; calendarId: string; words: string };

const none = "none";
const valueOf = (id: string, calendarId: string) => `${id} ${calendarId}`;

/** Which one of all of a member's calendars their bookings are written into; saved when it is chosen. */
export function Receiving({ member: { name, calendars } }: { member: MemberCalendars }) {
  const current = calendars.find((each) => each.calendar_id !== null);
  const stored = current ? valueOf(current.id, current.calendar_id ?? "") : none;
  const [shown, show] = useOptimistic(stored);
  const [, startTransition] = useTransition();
  const update = useUpdate();
  const places: Place[] = calendars.flatMap((account) =>
    account.provider_metadata.calendars
      .filter((each) => each.is_writable)
      .map((each) => ({
        value: valueOf(account.id, each.id),
        id: account.id,
        calendarId: each.id,
        words: `${each.name} · ${titleOf(account)}`,
      })),
  );

  function move({ from, to }: { from: string; to: string }, hasUndo: boolean) {
    const place = places.find(({ value }) => value === to);
    const left = places.find(({ value }) => value === from)?.id ?? current?.id;
    const input =
      place === undefined
        ? left !== undefined && { id: left, calendar_id: null }
        : { id: place.id, calendar_id: place.calendarId };
    if (!input) return;
    startTransition(async () => {
      show(to);
      if (await update(input)) {
        const undo = { label: "Undo", onClick: () => move({ from: to, to: from }, false) };
        toast.success(
          place === undefined
            ? "Bookings are written into no calendar"
            : `Bookings are written into “${place.words}”`,
          // The toast whose “Undo” was clicked is on its way out: what that did is told in a new one.
          hasUndo ? { id: "receiving", action: undo } : {},
        );
      }
    });
  }

  const who = name ?? "you";
  return (
    <div className="border-b border-line px-4 py-4 sm:px-5">
      {places.length === 0 ? (
        <p className="text-muted">
          Bookings with {who} are written into no calendar: what is connected can only be read.
        </p>
      ) : (
        <Field
          label={`Bookings with ${who} are written into`}
          hint="They move and vanish there as they do here. Bookings ahead follow your choice."
          className="max-w-lg grid-cols-1"
        >
          <Select value={shown} onValueChange={(to) => move({ from: shown, to }, true)}>
            {places.map(({ value, words }) => (
              <SelectItem key={value} value={value}>
                {words}
              </SelectItem>
            ))}
            <SelectItem value={none}>No calendar</SelectItem>
          </Select>
        </Field>
      )}
    </div>
  );
}
