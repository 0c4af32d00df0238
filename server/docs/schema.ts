import { z } from "zod";
import { CreatedApiKey } from "../api-keys/schema";
import { tiers } from "../organizations/schema";
import { Instant } from "../schema";

const Limit = z.int().nullable().describe("Null: no limit.");

/** What the guides say of this server, so that no number or address is written down twice. */
export const DocsFacts = z.object({
  /** What stands in the snippets' code, and what a reader sees in its place. */
  placeholders: z.record(z.string(), z.string()),
  plans: z.array(
    z.object({
      tier: z.enum(tiers),
      api_calls_per_minute: Limit,
      api_calls_per_day: Limit,
      bookings_per_month: Limit,
    }),
  ),
  public_calls_per_minute: z.int(),
  error_statuses: z.record(z.string(), z.int()),
});
export type DocsFacts = z.infer<typeof DocsFacts>;

export const PlaygroundKey = CreatedApiKey.pick({ key: true }).extend({ expires_at: Instant });
