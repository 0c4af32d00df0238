"use client";

import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { TimeZoneCombobox } from "@/app/_components/time-zone-combobox";
import { DayRow } from "./day-row";
import { DateOverrides } from "./date-overrides";
import { copyDay, type Hours, weekdays, withDay } from "./week";

type Props = {
  hours: Hours;
  onChange: (hours: Hours) => void;
  /** Today in the zone of the hours, a civil date. */
  today: string;
};

/** When the event type can be booked: a week, and the dates that differ from it. */
export function HoursEditor({ hours, onChange, today }: Props) {
  return (
    <div className="grid gap-5">
      <Card
        title="Weekly hours"
        description="Wall-clock times in this zone, summer and winter alike. Invitees see them in their own."
      >
        <Field label="Time zone" name="timezone" className="mb-3 max-w-sm">
          <TimeZoneCombobox
            value={hours.timeZone}
            onValueChange={(timeZone) => onChange({ ...hours, timeZone })}
          />
        </Field>
        <ul aria-label="Weekly hours" className="grid">
          {weekdays.map((day) => (
            <DayRow
              key={day}
              day={day}
              windows={hours.week[day] ?? []}
              onChange={(windows) =>
                onChange({ ...hours, week: withDay(hours.week, day, windows) })
              }
              onCopy={(to) => onChange({ ...hours, week: copyDay(hours.week, day, to) })}
            />
          ))}
        </ul>
      </Card>
      <DateOverrides
        overrides={hours.overrides}
        today={today}
        onChange={(overrides) => onChange({ ...hours, overrides })}
      />
    </div>
  );
}
