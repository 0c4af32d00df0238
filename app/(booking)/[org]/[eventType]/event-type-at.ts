import type { visitorApi } from "@/app/_trpc/server";
import type { EventTypePage } from "@/server/event-types/schema";
import { callerCode, isRefusedInput } from "../../caller-code";

type Address = { org: string; slug: string; mode: "live" | "test" };

/** The event type of a booking page's address, or null where there is none. */
export async function eventTypeAt(
  api: Awaited<ReturnType<typeof visitorApi>>,
  { org, slug, mode }: Address,
): Promise<EventTypePage | null> {
  try {
    return await api.eventTypes.getByAddress({ organization_slug: org, slug, mode });
  } catch (error) {
    if (callerCode(error) === "not_found" || isRefusedInput(error)) return null;
    throw error;
  }
}
