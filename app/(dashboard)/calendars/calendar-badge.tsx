import { Badge } from "@/app/_components/badge";
import type { CalendarState } from "./state";

const badges = {
  connected: { tone: "success", words: "Connected" },
  failing: { tone: "warning", words: "Cannot be read" },
  needs_reconnect: { tone: "danger", words: "Needs to be connected again" },
} as const satisfies Record<CalendarState, unknown>;

/** How it stands with an account, in a word. */
export function CalendarBadge({ state }: { state: CalendarState }) {
  const { tone, words } = badges[state];
  return (
    <Badge tone={tone} dot>
      {words}
    </Badge>
  );
}
