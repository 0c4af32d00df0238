import { useEffect, useState } from "react";
import { formatInstant } from "@/app/_components/format-instant";
import { Button } from "@/app/_components/button";
import { formatDate } from "./format-date";
import { type FreeTime, type LoadMonth, nextFree } from "./free-times";
import { firstDay, type Month } from "./months";
import { fill } from "./words/fill";
import { useWords } from "./words/use-words";

type Found = { month: Month; time: FreeTime };

type Props = {
  /** A month without free times. */
  month: Month;
  last: Month;
  zone: string;
  load: LoadMonth;
  onGo: (found: Found) => void;
};

/** Says that a month has nothing to choose from, and where the next free time is. */
export function NextFree({ month, last, zone, load, onGo }: Props) {
  const { words, locale } = useWords();
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

  const here = fill(words.time.nothing, { month: formatDate(firstDay(month), "month", locale) });
  return (
    <output className="grid gap-3 text-muted">
      <p>{here}</p>
      {found === undefined && <p>{words.time.looking}</p>}
      {found === "failed" && <p>{words.time.lookingFailed}</p>}
      {found === null && <p>{words.time.nothingLater}</p>}
      {typeof found === "object" && found !== null && (
        <Button className="h-auto min-h-11 py-2 whitespace-normal" onClick={() => onGo(found)}>
          {fill(words.time.next, {
            when: formatInstant(new Date(found.time.startMs), "date-time", {
              timeZone: zone,
              locale,
            }),
          })}
        </Button>
      )}
    </output>
  );
}
