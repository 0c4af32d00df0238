import type { ReactNode } from "react";
import { cn } from "@/app/_components/cn";
import type { Calendar } from "@/server/calendars/schema";
import type { CalendarState } from "./state";
import { consequence } from "./words";

type Props = {
  state: Exclude<CalendarState, "connected">;
  calendar: Calendar;
  whose: string | null;
  /** The way out. */
  children: ReactNode;
};

/** What is wrong with an account, what follows from it, and what to do. */
export function Trouble({ state, calendar: { sync_error: error }, whose, children }: Props) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-center justify-between gap-3 rounded-md px-3.5 py-3",
        state === "failing" ? "bg-warning-soft" : "bg-danger-soft",
      )}
    >
      <div className="grid flex-1 basis-64 gap-0.5">
        {error !== null && (
          <p className="font-medium wrap-anywhere">{error.replace(/\.?$/, ".")}</p>
        )}
        <p>{consequence(whose)}</p>
      </div>
      {children}
    </div>
  );
}
