import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { Changes } from "./schema";

/** The fields of `after` whose values differ from `before`, with both values. */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, { before: unknown; after: unknown }> {
  const changed = Object.entries(after).filter(
    ([field, value]) => !isDeepStrictEqual(before[field], value),
  );
  return Object.fromEntries(
    changed.map(([field, value]) => [field, { before: before[field] ?? null, after: value }]),
  );
}

/** The instant that a field of an event's stored changes had before; null where it names none. */
export function instantBefore(changes: unknown, field: string): Date | null {
  const before = Changes.safeParse(changes).data?.[field]?.before;
  const parsed = z.iso.datetime().safeParse(before);
  return parsed.success ? new Date(parsed.data) : null;
}
