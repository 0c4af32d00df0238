"use client";

import {
  BotIcon,
  CalendarClockIcon,
  CalendarDaysIcon,
  CalendarSyncIcon,
  ChevronDownIcon,
  CircleDotIcon,
  BuildingIcon,
  KeyRoundIcon,
  UserIcon,
  WebhookIcon,
} from "lucide-react";
import Link from "next/link";
import { type ComponentType, useId, useState } from "react";
import { cn } from "@/app/_components/cn";
import { formatInstant } from "@/app/_components/format-instant";
import { ActivityDetails } from "./activity-details";
import type { Filters } from "./filters";
import type { ShownEntry } from "./shown-entry";
import { actorInWords, inWords } from "./words";

const icons: Readonly<Record<string, ComponentType<{ className?: string }>>> = {
  organization: BuildingIcon,
  api_key: KeyRoundIcon,
  event_type: CalendarClockIcon,
  booking: CalendarDaysIcon,
  calendar: CalendarSyncIcon,
  user: UserIcon,
  webhook: WebhookIcon,
};

type Props = {
  entry: ShownEntry;
  /** Where what it is about can be seen. */
  href: string | null;
  /** Its name, where it has one still. */
  about: string | undefined;
  filters: Filters;
  timeZone: string;
};

const isMachine = ({ type }: ShownEntry["actor"]) => type !== "user" && type !== "invitee";

/** One entry of a day: what happened, by whom and when; opened, also what it changed. */
export function ActivityRow({ entry, href, about, filters, timeZone }: Props) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const Icon = icons[entry.resource_type] ?? CircleDotIcon;
  const at = new Date(entry.created_at);
  const zoned = { timeZone, locale: "en-US" };
  return (
    <li className="border-b border-line last:border-b-0">
      <div className="relative flex items-start gap-3 px-4 py-3 hover:bg-hover/60">
        <span
          aria-hidden
          className="mt-0.5 inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-subtle text-muted"
        >
          <Icon className="size-4" />
        </span>
        <div className="grid min-w-0 flex-1 gap-0.5">
          <p className="font-medium wrap-anywhere">
            {href === null ? (
              entry.summary
            ) : (
              <Link href={href} className="relative z-1 rounded-sm hover:underline">
                {entry.summary}
              </Link>
            )}
          </p>
          <p className="text-sm wrap-anywhere text-muted">
            {inWords(entry.action)}
            {about !== undefined && !entry.summary.includes(about) && ` · ${about}`} ·{" "}
            {isMachine(entry.actor) && (
              <BotIcon aria-hidden className="mr-1 mb-0.5 inline-block size-3.5" />
            )}
            {actorInWords(entry.actor)}
          </p>
        </div>
        <time
          dateTime={entry.created_at}
          title={formatInstant(at, "date-time", zoned, true)}
          className="relative z-1 shrink-0 pt-px text-sm text-muted"
          suppressHydrationWarning
        >
          {formatInstant(at, "time", zoned)}
        </time>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={panel}
          aria-label={`Details: ${entry.summary}`}
          onClick={() => setOpen(!open)}
          className="-m-1 inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
        >
          <ChevronDownIcon aria-hidden className={cn("size-4", open && "rotate-180")} />
        </button>
      </div>
      <div id={panel} hidden={!open}>
        {open && <ActivityDetails entry={entry} filters={filters} timeZone={timeZone} />}
      </div>
    </li>
  );
}
