"use client";

import { PlusIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from "@/app/_components/dialog";
import { FieldGroup } from "@/app/_components/field";
import { Segmented } from "@/app/_components/segmented";
import { MonthPicker } from "./month-picker";
import { showLongDate } from "./month";
import { type HoursWindow, nextWindow, type Override, usualHours, windowProblems } from "./week";
import { WindowRows } from "./window-rows";

type Props = {
  /** The override to change, "new" to add some, undefined while closed. */
  editing: Override | "new" | undefined;
  overrides: readonly Override[];
  today: string;
  onClose: () => void;
  onSet: (dates: readonly string[], windows: readonly HoursWindow[]) => void;
};

/** Which dates, and when they are open. Mounted anew for each round. */
export function OverrideDialog({ editing, overrides, today, onClose, onSet }: Props) {
  const known = editing === "new" ? undefined : editing;
  const [dates, setDates] = useState<readonly string[]>(known === undefined ? [] : [known.date]);
  const [open, setOpen] = useState((known?.windows.length ?? 0) > 0);
  const [windows, setWindows] = useState<readonly HoursWindow[]>(
    known === undefined || known.windows.length === 0 ? [usualHours] : known.windows,
  );
  const next = nextWindow(windows);
  const isOpen = open && windows.length > 0;
  const isWrong = isOpen && windowProblems(windows).some((problem) => problem !== null);

  return (
    <Dialog open={editing !== undefined} onOpenChange={(stays) => !stays && onClose()}>
      <DialogContent
        title={known === undefined ? "Add dates" : showLongDate(known.date)}
        description={
          known === undefined ? "Pick one date or several, then say when they are open." : undefined
        }
      >
        <DialogBody className="gap-5">
          {known === undefined && (
            <MonthPicker
              chosen={dates}
              onChange={setDates}
              marked={overrides.map(({ date }) => date)}
              today={today}
            />
          )}
          <FieldGroup label={dates.length > 1 ? "On these dates" : "On this date"}>
            <Segmented
              label="Open or closed"
              className="w-full max-w-66"
              value={isOpen ? "open" : "closed"}
              onValueChange={(value) => {
                setOpen(value === "open");
                if (value === "open" && windows.length === 0) setWindows([usualHours]);
              }}
              options={[
                { value: "closed", label: "Closed all day" },
                { value: "open", label: "Other hours" },
              ]}
            />
            {isOpen && (
              <div data-day="" className="grid justify-items-start gap-2 pt-1">
                <WindowRows day="These dates" windows={windows} onChange={setWindows} />
                <Button
                  data-add=""
                  size="sm"
                  variant="ghost"
                  icon={<PlusIcon aria-hidden />}
                  disabled={next === null}
                  onClick={() => next !== null && setWindows([...windows, next])}
                >
                  Add hours
                </Button>
              </div>
            )}
          </FieldGroup>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabled={dates.length === 0 || isWrong}
            onClick={() => {
              onSet(dates, isOpen ? windows : []);
              onClose();
            }}
          >
            {known !== undefined
              ? "Set hours"
              : dates.length < 2
                ? "Add date"
                : `Add ${dates.length} dates`}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
