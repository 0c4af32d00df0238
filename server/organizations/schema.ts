import { z } from "zod";
import { Id, line, TimeZone } from "../schema";
import { Password, PersonName, SignInEmail } from "../users/schema";

export const tiers = ["free", "launch", "grow", "scale"] as const;

export const SignUp = z.strictObject({
  organization_name: line(1, 100),
  name: PersonName,
  email: SignInEmail,
  password: Password,
  timezone: TimeZone,
});
export type SignUp = z.output<typeof SignUp>;

/** What a person acts in: shown in the dashboard's frame. */
export const Membership = z.object({
  user: z.object({ id: Id, name: z.string(), email: z.string() }),
  role: z.enum(["owner", "admin", "member"]),
  organization: z.object({
    id: Id,
    name: z.string().meta({ example: "Acme Studio" }),
    slug: z.string().meta({ example: "acme-studio" }),
    timezone: z.string(),
    tier: z.enum(tiers),
  }),
});
export type Membership = z.infer<typeof Membership>;
