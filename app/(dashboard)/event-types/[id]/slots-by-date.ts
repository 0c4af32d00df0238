import type { Availability } from "@/server/availability/schema";
import { civilDateAt } from "@/server/time";

type Slot = Pick<Availability["slots"][number], "start_time">;

/** Slots, which come in the order of time, under the dates on which they start in `timeZone`. */
export function slotsByDate(
  slots: readonly Slot[],
  timeZone: string,
): { date: string; slots: Slot[] }[] {
  const dates: { date: string; slots: Slot[] }[] = [];
  for (const slot of slots) {
    const date = civilDateAt(timeZone, Date.parse(slot.start_time));
    const latest = dates.at(-1);
    if (latest?.date === date) latest.slots.push(slot);
    else dates.push({ date, slots: [slot] });
  }
  return dates;
}
