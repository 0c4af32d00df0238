import { z } from "zod";

const TestKey = z.object({ key: z.string(), expires_at: z.iso.datetime() });
export type TestKey = z.infer<typeof TestKey>;

/** A key that ends sooner is not worth beginning with. */
const leastLifeMs = 5 * 60_000;

/** Kept for the tab alone, so that reloading makes no further key; it goes with the tab. */
const storageName = (organizationId: string) => `astrocal_playground_key:${organizationId}`;

/** The tab's key of the organization, unless it is about to expire. */
export function keptKey(organizationId: string, nowMs: number): TestKey | null {
  try {
    const text = sessionStorage.getItem(storageName(organizationId));
    const kept = TestKey.safeParse(text === null ? null : JSON.parse(text));
    return kept.success && Date.parse(kept.data.expires_at) - nowMs > leastLifeMs
      ? kept.data
      : null;
  } catch {
    // Storage may be forbidden, or hold something else.
    return null;
  }
}

export function keepKey(organizationId: string, key: TestKey): void {
  try {
    sessionStorage.setItem(storageName(organizationId), JSON.stringify(key));
  } catch {
    // Then the next page makes another.
  }
}
