import { ChevronsUpDownIcon } from "lucide-react";
import { useState } from "react";
import type { TimeZoneCombobox } from "@/app/_components/time-zone-combobox";
import { zoneCity, zoneOffset } from "@/app/_components/time-zones";
import { plural } from "./words/fill";
import { useWords } from "./words/use-words";

const load = () => import("@/app/_components/time-zone-combobox");

/**
 * The zone that times are shown in. The list of zones and its search are loaded once somebody reaches for them;
 * until then a button that looks the same stands in for them.
 */
export function ZonePicker({ zone, onZone }: { zone: string; onZone: (zone: string) => void }) {
  const { words, language } = useWords();
  const [Combobox, setCombobox] = useState<typeof TimeZoneCombobox | null>(null);
  const [now] = useState(() => new Date());

  if (Combobox !== null) {
    return (
      <Combobox
        defaultOpen
        aria-label={words.time.zone}
        searchLabel={words.time.searchZones}
        emptyText={words.time.noZone}
        foundText={(count) => plural(words.time.zonesFound, count, language)}
        value={zone}
        onValueChange={onZone}
      />
    );
  }
  const prepare = () => void load().catch(ignore);
  return (
    <button
      type="button"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- as what it turns into; it controls nothing yet
      role="combobox"
      aria-label={words.time.zone}
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => {
        void load().then((module) => setCombobox(() => module.TimeZoneCombobox), ignore);
      }}
      className="control flex h-9 items-center justify-between gap-2 px-3 text-left"
    >
      <span className="flex min-w-0 flex-1 items-center justify-between gap-2">
        <span className="truncate">{zoneCity(zone)}</span>
        <span className="text-sm text-muted tabular-nums">{zoneOffset(zone, now)}</span>
      </span>
      <ChevronsUpDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
}

// The next click tries again.
function ignore() {}
