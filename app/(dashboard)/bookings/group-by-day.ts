import { civilDateAt } from "@/server/time";

export type Day<Row> = { date: string; rows: Row[] };

/** Rows under the date in `timeZone` on which they start; days and rows stay in the order they came in. */
export function groupByDay<Row extends { start_time: string }>(
  rows: readonly Row[],
  timeZone: string,
): Day<Row>[] {
  const days = new Map<string, Day<Row>>();
  for (const row of rows) {
    const date = civilDateAt(timeZone, Date.parse(row.start_time));
    const day = days.get(date) ?? { date, rows: [] };
    day.rows.push(row);
    days.set(date, day);
  }
  return [...days.values()];
}
