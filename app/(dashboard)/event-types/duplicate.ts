import type { z } from "zod";
import type { CreateEventType, EventType } from "@/server/event-types/schema";

const maxSlugLength = 100;
const maxTitleLength = 255;

/**
 * What to create for a copy of `type`. It starts inactive, so that nobody books it before it was looked at.
 * @param attempt 1 for "-copy", 2 for "-copy-2": the next one is tried when a slug is in use
 */
export function duplicateOf(type: EventType, attempt: number): z.input<typeof CreateEventType> {
  const {
    id: _id,
    organization_id: _organization,
    timezone: _timezone,
    is_test: _isTest,
    booking_url: _url,
    created_at: _createdAt,
    updated_at: _updatedAt,
    ...settable
  } = type;
  return {
    ...settable,
    title: cut(type.title, maxTitleLength, " (copy)"),
    slug: cut(type.slug, maxSlugLength, attempt === 1 ? "-copy" : `-copy-${attempt}`),
    active: false,
  };
}

/** Cuts on whole characters, and leaves no hyphen or space before the ending. */
function cut(text: string, maxLength: number, ending: string): string {
  let start = text.slice(0, maxLength - ending.length);
  if (!start.isWellFormed()) start = start.slice(0, -1);
  return start.replace(/[\s-]+$/, "") + ending;
}
