import type { z } from "zod";
import { sqlState, transaction } from "../db";
import { AppError } from "../errors";
import { changedFields } from "../events/changes";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { withLogo } from "./logo";
import { organizationResource } from "./resource";
import type { Organization, UpdateOrganization } from "./schema";
import { isReservedSlug } from "./slug";

/**
 * Changes what an organization is called and looks like. A new slug gives all its booking pages new addresses: the old
 * ones end at once. A new time zone is that of event types made from then on.
 * @throws validation_error for a slug that is ours; conflict for one that is taken
 */
export async function updateOrganization(
  { organizationId: id, ...scope }: Scope,
  { name, slug, timezone, brand_color: brandColor }: z.output<typeof UpdateOrganization>,
): Promise<Organization> {
  if (slug !== undefined && isReservedSlug(slug)) {
    throw new AppError("validation_error", "slug is the address of a page of ours", {
      details: { slug: "is the address of a page of ours" },
    });
  }
  return await transaction(async (tx) => {
    const before = await tx.organization.findUniqueOrThrow({ where: { id }, ...withLogo });
    const row = await tx.organization.update({
      where: { id },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(slug === undefined ? {} : { slug }),
        ...(timezone === undefined ? {} : { timeZone: timezone }),
        ...(brandColor === undefined ? {} : { brandColor }),
      },
      ...withLogo,
    });
    await recordEvent(
      tx,
      { organizationId: id, ...scope },
      {
        action: "organization.updated",
        resourceType: "organization",
        resourceId: id,
        summary: `Changed the organization "${row.name}"`,
        changes: changedFields(organizationResource(before), organizationResource(row)),
      },
    );
    return organizationResource(row);
  }).catch((error: unknown) => {
    if (sqlState(error) === "23505") {
      throw new AppError("conflict", `Another organization has the address ${slug}.`, {
        details: { slug: "is taken" },
        cause: error,
      });
    }
    throw error;
  });
}
