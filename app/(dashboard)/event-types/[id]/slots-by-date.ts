import type { Availability } from "@/server/availability/schema";
import { civilDateAt } from "@/server/time";

type Slot = Availability["slots"][number];

/** Slots, which come in the order of time, under the dates on which they start in `timeZone`. */
export function slotsByDate(
  slots: readonly Slot[],
  timeZone: string,
): { date: string; slots: Slot[] }[] {
  const dates = Map.groupBy(slots, (slot) => civilDateAt(timeZone, Date.parse(slot.start_time)));
  return [...dates].map(([date, ofDate]) => ({ date, slots: ofDate }));
}
