import type { ActivityEntry } from "@/server/events/schema";

/** An entry as a page has it: on the way, a value that could be anything counts as one that may be missing. */
export type ShownEntry = Omit<ActivityEntry, "changes"> & {
  changes: Record<string, { before?: unknown; after?: unknown }> | null;
};
