import type { Availability, AvailabilityRules } from "@/server/availability/schema";
import type { EventType } from "@/server/event-types/schema";
import { addDays, dayOfWeek } from "@/server/time";
import { clockMinutes } from "../../hours/clock";
import type { Tab } from "./editor-fields";
import { showMinutes } from "./units";

/** Why a preview is empty, and where that can be changed. */
export type Reason = { message: string; tab: Tab };

type WireWindow = { start_time: string; end_time: string };

type Facts = {
  type: Pick<
    EventType,
    "active" | "duration_minutes" | "minimum_notice_minutes" | "booking_window_days"
  >;
  rules: {
    rules: readonly (WireWindow & { day_of_week: number })[];
    overrides: AvailabilityRules["overrides"];
  };
  /** The answer without slots, for the dates that the preview shows. */
  answer: Pick<Availability, "start" | "capped">;
  days: number;
};

/** The most likely reason for which an event type has no free slot in the days ahead. */
export function whyNothing({ type, rules, answer, days }: Facts): Reason {
  if (!type.active) {
    return {
      tab: "basics",
      message: "It is inactive: its page is closed, and nobody can book it.",
    };
  }
  const windows = Array.from({ length: days }, (_, day) => addDays(answer.start, day)).flatMap(
    (date) =>
      rules.overrides.find((override) => override.date === date)?.windows ??
      rules.rules.filter((rule) => rule.day_of_week === dayOfWeek(date)),
  );
  if (windows.length === 0) {
    return {
      tab: "availability",
      message:
        rules.rules.length === 0
          ? "There are no weekly hours. Open a day to offer times."
          : "All of these dates are closed by overrides.",
    };
  }
  const longest = Math.max(...windows.map(lengthMinutes));
  if (longest < type.duration_minutes) {
    return {
      tab: "availability",
      message: `No opening is as long as the event: the longest has ${longest} of ${type.duration_minutes} minutes.`,
    };
  }
  if (type.minimum_notice_minutes >= days * 24 * 60) {
    return {
      tab: "limits",
      message: `Invitees must book ${showMinutes(type.minimum_notice_minutes)} ahead, later than these dates.`,
    };
  }
  if (answer.capped) {
    return { tab: "limits", message: "The limit on bookings is reached for these dates." };
  }
  if (type.booking_window_days !== null && type.booking_window_days < days) {
    const ahead = type.booking_window_days === 1 ? "1 day" : `${type.booking_window_days} days`;
    return {
      tab: "limits",
      message: `Only ${ahead} ahead can be booked, and nothing is free until then.`,
    };
  }
  return {
    tab: "availability",
    message: "Every time in your hours is booked already, or too soon.",
  };
}

const lengthMinutes = (window: WireWindow): number =>
  (clockMinutes(window.end_time) ?? 0) - (clockMinutes(window.start_time) ?? 0);
