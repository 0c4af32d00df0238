"use client";

import { CalendarPlusIcon, PencilIcon, Trash2Icon } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { IconButton } from "@/app/_components/icon-button";
import { showClock } from "./clock";
import { showDate } from "./month";
import { OverrideDialog } from "./override-dialog";
import { type Override, withOverrides } from "./week";

type Props = {
  overrides: readonly Override[];
  onChange: (overrides: readonly Override[]) => void;
  today: string;
};

/** Dates with other hours than their weekday: holidays, a late opening. */
export function DateOverrides({ overrides, onChange, today }: Props) {
  const add = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState<Override | "new">();
  const ahead = overrides.filter(({ date }) => date >= today);
  const past = overrides.length - ahead.length;

  function remove(date: string) {
    onChange(overrides.filter((each) => each.date !== date));
    add.current?.focus();
  }

  return (
    <Card
      title="Date overrides"
      description="Dates with hours of their own, or closed: a holiday, a late opening."
      actions={
        <Button ref={add} icon={<CalendarPlusIcon aria-hidden />} onClick={() => setEditing("new")}>
          Add dates
        </Button>
      }
    >
      {ahead.length === 0 ? (
        <p className="text-muted">No date ahead differs from the weekly hours.</p>
      ) : (
        <ul aria-label="Date overrides" className="grid">
          {ahead.map((override) => (
            <OverrideRow
              key={override.date}
              override={override}
              onEdit={() => setEditing(override)}
              onRemove={() => remove(override.date)}
            />
          ))}
        </ul>
      )}
      {past > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {past === 1 ? "1 date has" : `${past} dates have`} passed.
          <Button size="sm" variant="ghost" onClick={() => onChange(ahead)}>
            {past === 1 ? "Remove it" : "Remove them"}
          </Button>
        </p>
      )}
      <OverrideDialog
        key={editing === undefined ? "closed" : editing === "new" ? "new" : editing.date}
        editing={editing}
        overrides={overrides}
        today={today}
        onClose={() => setEditing(undefined)}
        onSet={(dates, windows) => onChange(withOverrides(overrides, dates, windows))}
      />
    </Card>
  );
}

function OverrideRow({
  override: { date, windows },
  onEdit,
  onRemove,
}: {
  override: Override;
  onEdit: () => void;
  onRemove: () => void;
}) {
  return (
    <li className="flex items-center gap-3 border-b border-line py-2.5 first:pt-0 last:border-b-0 last:pb-0">
      <div className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <span className="font-medium tabular-nums">{showDate(date)}</span>
        <span className={windows.length === 0 ? "text-muted" : "tabular-nums"}>
          {windows.length === 0
            ? "Closed"
            : windows.map(({ start, end }) => `${showClock(start)} – ${showClock(end)}`).join(", ")}
        </span>
      </div>
      <div className="flex shrink-0">
        <IconButton
          label={`Change ${showDate(date)}`}
          size="sm"
          icon={<PencilIcon aria-hidden />}
          onClick={onEdit}
        />
        <IconButton
          label={`Remove ${showDate(date)}`}
          size="sm"
          icon={<Trash2Icon aria-hidden />}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}
