import { isDeepStrictEqual } from "node:util";

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
