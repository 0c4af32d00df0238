import { z } from "zod";
import { ApiKey, Mode } from "../api-keys/schema";
import { Membership } from "../organizations/schema";

const Limit = z.int().nullable();

export const GetMe = z.strictObject({});

export const Me = z.object({
  type: z.enum(["api_key", "service"]),
  organization: Membership.shape.organization,
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
  scopes: z.array(z.string()).describe("What the caller may do; `*`: everything."),
  limits: z
    .object({
      api_calls_per_minute: Limit,
      api_calls_per_day: Limit,
      bookings_per_month: Limit,
    })
    .describe("Of the organization's plan, for each mode; null: no limit. They bind API keys."),
});
export type Me = z.infer<typeof Me>;
