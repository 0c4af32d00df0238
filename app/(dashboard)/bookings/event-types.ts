import "server-only";
import type { api } from "@/app/_trpc/server";
import type { EventType } from "@/server/event-types/schema";

/** What a list of bookings shows of an event type. */
export type TypeLabel = Pick<EventType, "id" | "title" | "color">;

/** Every event type that was not deleted, newest first. */
export async function allEventTypes(caller: Awaited<ReturnType<typeof api>>): Promise<TypeLabel[]> {
  const labels: TypeLabel[] = [];
  let page = await caller.eventTypes.list({ limit: 100 });
  for (;;) {
    labels.push(...page.data.map(({ id, title, color }) => ({ id, title, color })));
    const last = page.data.at(-1);
    if (!page.has_more || last === undefined) return labels;
    page = await caller.eventTypes.list({ limit: 100, starting_after: last.id });
  }
}
