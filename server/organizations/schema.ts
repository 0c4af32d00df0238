import { z } from "zod";
import { roles } from "../members/roles";
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

export const Organization = z.object({
  id: Id,
  name: z.string().meta({ example: "Acme Studio" }),
  slug: z.string().meta({ example: "acme-studio" }),
  timezone: z.string(),
  tier: z.enum(tiers),
  /** `#rrggbb` */
  brand_color: z.string(),
  logo_url: z.url().nullable(),
});
export type Organization = z.infer<typeof Organization>;

export const UpdateOrganization = z.strictObject({
  name: line(1, 100).optional(),
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be small letters, digits and single hyphens")
    .optional(),
  timezone: TimeZone.optional(),
  brand_color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, "must be a colour such as #4b3fd6")
    .optional(),
});

/** What a logo may be by its own bytes. SVG is not among them: it can carry script. */
export const logoTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export type LogoType = (typeof logoTypes)[number];

/** A logo is loaded with every booking page, and shown a few dozen pixels high. The database holds to the same. */
export const logoLimits = { bytes: 262_144, leastPixels: 32, mostPixels: 2_048 } as const;

/** `image` in base64; null: no logo. */
export const ReplaceLogo = z.strictObject({ image: z.base64().nullable() });

/** A further organization of a signed-in person. */
export const NewOrganization = z.strictObject({ name: line(1, 100), timezone: TimeZone });

/** An organization that the signed-in person is in. */
export const OwnOrganization = z.object({ id: Id, name: z.string(), role: z.enum(roles) });

/** What a person acts in: shown in the dashboard's frame. */
export const Membership = z.object({
  user: z.object({ id: Id, name: z.string(), email: z.string() }),
  member_id: Id,
  role: z.enum(roles),
  organization: Organization,
});
export type Membership = z.infer<typeof Membership>;
