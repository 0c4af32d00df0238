import { CalendarX } from "lucide-react";
import Link from "next/link";
import type { Calendar } from "@/server/calendars/schema";
import { titleOf } from "./kinds";
import { stateOf } from "./state";

/** The strip that tells a member, on every page, that one of their calendars no longer lets us in. */
export function ReconnectBanner({ calendars }: { calendars: readonly Calendar[] }) {
  const [first, ...more] = calendars.filter((each) => stateOf(each) === "needs_reconnect");
  if (first === undefined) return null;
  const what = more.length === 0 ? titleOf(first) : `${more.length + 1} of your calendars`;
  return (
    <aside
      aria-label="Calendars to connect again"
      className="flex min-h-8 items-center justify-center gap-2.5 bg-danger-soft px-4 py-1 text-sm text-danger-text"
    >
      <CalendarX aria-hidden className="size-4 shrink-0" />
      <p className="text-balance">
        {what} must be connected again. Until then you count as busy.{" "}
        <Link href="/calendars" className="rounded-sm font-medium underline underline-offset-2">
          See calendars
        </Link>
      </p>
    </aside>
  );
}
