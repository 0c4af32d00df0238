import { z } from "zod";
import { ApiKey, Mode } from "../api-keys/schema";
import { Organization } from "../organizations/schema";

const limit = (example: number) => z.int().positive().nullable().meta({ example });

export const GetMe = z.strictObject({});

export const Me = z.object({
  type: z.enum(["api_key", "service"]),
  organization: Organization.omit({ brand_color: true, logo_url: true }),
  mode: Mode,
  is_test: z.boolean(),
  key: ApiKey.pick({
    id: true,
    name: true,
    key_prefix: true,
    scopes: true,
    expires_at: true,
    allowed_ips: true,
  })
    .nullable()
    .describe("The calling key; null for a service key."),
  scopes: ApiKey.shape.scopes.describe("What the caller may do; `*`: everything."),
  limits: z
    .object({
      api_calls_per_minute: limit(100),
      api_calls_per_day: limit(1_000),
      bookings_per_month: limit(500),
    })
    .describe("Of the organization's plan, for each mode; null: no limit. They bind API keys."),
});
export type Me = z.infer<typeof Me>;
