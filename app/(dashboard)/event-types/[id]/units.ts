/** Units of a span of time, and how many minutes each has. */
export const unitMinutes = { minutes: 1, hours: 60, days: 1440 } as const;
export type Unit = keyof typeof unitMinutes;
export const units = ["minutes", "hours", "days"] as const satisfies readonly Unit[];

/** The largest unit that says so many minutes in a whole number: 120 is 2 hours, 90 stays 90 minutes, 0 is 0 hours. */
export function inUnits(minutes: number): { amount: number; unit: Unit } {
  if (minutes === 0) return { amount: 0, unit: "hours" };
  const unit = units.findLast((each) => minutes % unitMinutes[each] === 0) ?? "minutes";
  return { amount: minutes / unitMinutes[unit], unit };
}

/** "2 hours", "1 day", "90 minutes". */
export function showMinutes(minutes: number): string {
  const { amount, unit } = inUnits(minutes);
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
