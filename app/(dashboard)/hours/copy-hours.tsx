"use client";

import { CopyIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Checkbox } from "@/app/_components/checkbox";
import { IconButton } from "@/app/_components/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/app/_components/popover";
import { weekdayNames, weekdays } from "./week";

const workingDays = [1, 2, 3, 4, 5];

/** Copies the hours of a day to others: asks which. */
export function CopyHours({
  day,
  onCopy,
}: {
  day: number;
  onCopy: (to: ReadonlySet<number>) => void;
}) {
  const name = weekdayNames[day] ?? "";
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const others = weekdays.filter((each) => each !== day);

  function change(next: boolean) {
    setOpen(next);
    if (next) setChosen(new Set());
  }
  function toggle(other: number, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(other);
    else next.delete(other);
    setChosen(next);
  }

  return (
    <Popover open={open} onOpenChange={change}>
      <PopoverTrigger asChild>
        <IconButton label={`Copy ${name}’s hours`} size="sm" icon={<CopyIcon aria-hidden />} />
      </PopoverTrigger>
      <PopoverContent align="end" className="w-60" aria-label={`Copy ${name}’s hours to`}>
        <p className="text-base font-medium">Copy {name}’s hours to</p>
        <div className="mt-2 flex gap-1.5">
          <Button
            size="sm"
            onClick={() => setChosen(new Set(workingDays.filter((each) => each !== day)))}
          >
            Mon – Fri
          </Button>
          <Button size="sm" onClick={() => setChosen(new Set(others))}>
            Every day
          </Button>
        </div>
        <div className="mt-3 grid gap-1.5">
          {others.map((other) => (
            <Checkbox
              key={other}
              label={weekdayNames[other]}
              checked={chosen.has(other)}
              onChange={(event) => toggle(other, event.target.checked)}
            />
          ))}
        </div>
        <Button
          variant="primary"
          size="sm"
          className="mt-4 w-full"
          disabled={chosen.size === 0}
          onClick={() => {
            onCopy(chosen);
            setOpen(false);
          }}
        >
          {chosen.size === 0
            ? "Choose days"
            : chosen.size === 1
              ? "Copy to 1 day"
              : `Copy to ${chosen.size} days`}
        </Button>
      </PopoverContent>
    </Popover>
  );
}
