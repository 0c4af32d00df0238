"use client";

import { useState } from "react";

import { Combobox, type ComboboxProps } from "./combobox";
import { currentZoneName, listTimeZones, zoneCity, zoneOffset } from "./time-zones";

export type TimeZoneComboboxProps = Pick<
  ComboboxProps,
  | "onValueChange"
  | "aria-label"
  | "defaultOpen"
  | "disabled"
  | "className"
  | "ref"
  | "onBlur"
  | "searchLabel"
  | "emptyText"
  | "foundText"
> & { value: string };

/** Picks an IANA time zone; each with its offset from UTC as of now. */
export function TimeZoneCombobox({
  value,
  searchLabel = "Search time zones",
  emptyText = "No such zone. Try the nearest big city, or an offset such as +5:30.",
  ...props
}: TimeZoneComboboxProps) {
  const zone = currentZoneName(value);
  const [now] = useState(() => new Date());
  return (
    <Combobox
      {...props}
      value={zone}
      options={() => listTimeZones(now, [zone])}
      searchLabel={searchLabel}
      emptyText={emptyText}
      display={
        <span className="flex items-center justify-between gap-2">
          <span className="truncate">{zoneCity(zone)}</span>
          {/* Server and browser may know different releases of the time zone database. */}
          <span suppressHydrationWarning className="text-sm text-muted tabular-nums">
            {zoneOffset(zone, now)}
          </span>
        </span>
      }
    />
  );
}
