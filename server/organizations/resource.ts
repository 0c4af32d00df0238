import type { Organization as Row } from "../generated/prisma/client";
import { type LogoFacts, logoUrl } from "./logo";
import type { Organization } from "./schema";

export const organizationResource = (row: Row & { logo: LogoFacts | null }): Organization => ({
  id: row.id,
  name: row.name,
  slug: row.slug,
  timezone: row.timeZone,
  tier: row.tier,
  brand_color: row.brandColor,
  logo_url: logoUrl(row.id, row.logo),
});
