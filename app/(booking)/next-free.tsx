"use client";

import { useEffect, useState } from "react";
import { formatInstant } from "@/app/_components/format-instant";
import { Button } from "@/app/_components/button";
import { formatDate } from "./format-date";
import { type FreeTime, type LoadMonth, nextFree } from "./free-times";
import { firstDay, type Month } from "./months";

type Found = { month: Month; time: FreeTime };

type Props = {
  /** A month without free times. */
  month: Month;
  last: Month;
  zone: string;
  locale: string;
  load: LoadMonth;
  onGo: (found: Found) => void;
};

/** Says that a month has nothing to choose from, and where the next free time is. */
export function NextFree({ month, last, zone, locale, load, onGo }: Props) {
  const [found, setFound] = useState<Found | null | "failed">();

  useEffect(() => {
    let isOpen = true;
    async function look() {
      let next: Found | null | "failed" = "failed";
      try {
        next = await nextFree(month, last, zone, load);
      } catch {
        // Said below.
      }
      if (isOpen) setFound(next);
    }
    void look();
    return () => {
      isOpen = false;
    };
    // `load` changes with every month it has brought; the search begun with an older one is as good.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [month, last, zone]);

  const here = `No free times in ${formatDate(firstDay(month), "month", locale)}.`;
  return (
    <output className="grid gap-3 text-muted">
      <p>{here}</p>
      {found === undefined && <p>Looking further ahead…</p>}
      {found === "failed" && <p>The months after it could not be loaded.</p>}
      {found === null && (
        <p>There are none in the months that can be booked either. Please look in again later.</p>
      )}
      {typeof found === "object" && found !== null && (
        <Button className="h-auto min-h-11 py-2 whitespace-normal" onClick={() => onGo(found)}>
          Next free time:{" "}
          {formatInstant(new Date(found.time.startMs), "date-time", { timeZone: zone, locale })}
        </Button>
      )}
    </output>
  );
}
