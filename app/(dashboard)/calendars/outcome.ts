import type { Calendar } from "@/server/calendars/schema";
import { titleOf } from "./kinds";

/** What came of a sign-in with Google or Microsoft. */
export type Outcome = { connected: string } | { error: string };

/** As much of an explanation as is shown: the address may have been written by anybody. */
const maxLength = 200;

/** What the address says that the browser was sent back to, or null. */
export function outcomeOf(
  { calendar_id: id, error }: Readonly<Record<string, unknown>>,
  calendars: readonly Calendar[],
): Outcome | null {
  if (typeof error === "string" && error !== "") return { error: error.slice(0, maxLength) };
  const calendar = calendars.find((each) => each.id === id);
  return calendar === undefined ? null : { connected: titleOf(calendar) };
}
