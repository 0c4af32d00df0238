import type { Calendar } from "@/server/calendars/schema";

export type CalendarState = "connected" | "failing" | "needs_reconnect";

/** How it stands with an account, in one word. */
export function stateOf({
  status,
  sync_status,
}: Pick<Calendar, "status" | "sync_status">): CalendarState {
  if (status === "needs_reconnect") return "needs_reconnect";
  return sync_status === "failing" ? "failing" : "connected";
}
