import type { Organization as Row } from "../generated/prisma/client";
import type { Organization } from "./schema";

export const organizationResource = (row: Row): Organization => ({
  id: row.id,
  name: row.name,
  slug: row.slug,
  timezone: row.timeZone,
  tier: row.tier,
  brand_color: row.brandColor,
});
