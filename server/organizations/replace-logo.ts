import { createHash } from "node:crypto";
import type { z } from "zod";
import { transaction } from "../db";
import { AppError } from "../errors";
import { changedFields } from "../events/changes";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { readImageHeader } from "./image-header";
import { withLogo } from "./logo";
import { organizationResource } from "./resource";
import { logoLimits, type Organization, type ReplaceLogo } from "./schema";

const { leastPixels, mostPixels } = logoLimits;

/**
 * Gives an organization another logo, or none. The one before is gone from its address at once.
 * @throws validation_error for what is too large, no PNG, JPEG or WebP image by its own bytes, or of too few or too many pixels
 */
export async function replaceLogo(
  scope: Scope,
  { image }: z.output<typeof ReplaceLogo>,
): Promise<Organization> {
  const { organizationId } = scope;
  const logo = image === null ? null : logoOf(Buffer.from(image, "base64"));
  return await transaction(async (tx) => {
    const where = { organizationId };
    const read = async () =>
      await tx.organization.findUniqueOrThrow({
        where: { id: organizationId },
        ...withLogo,
      });
    const before = await read();
    await (logo === null
      ? tx.organizationLogo.deleteMany({ where })
      : tx.organizationLogo.upsert({ where, create: { ...where, ...logo }, update: logo }));
    const after = organizationResource(await read());
    await recordEvent(tx, scope, {
      action: "organization.updated",
      resourceType: "organization",
      resourceId: organizationId,
      summary: `${logo === null ? "Removed" : "Changed"} the logo of "${after.name}"`,
      changes: changedFields(organizationResource(before), after),
    });
    return after;
  });
}

function logoOf(bytes: Buffer<ArrayBuffer>) {
  if (bytes.length > logoLimits.bytes) {
    throw refused(`must be at most ${logoLimits.bytes / 1024} kB`);
  }
  const header = readImageHeader(bytes);
  if (header === null) {
    throw refused("must be a PNG, JPEG or WebP image");
  }
  const sides = [header.widthPixels, header.heightPixels];
  if (sides.some((side) => side < leastPixels || side > mostPixels)) {
    throw refused(
      `must be ${leastPixels} to ${mostPixels} pixels wide and high; this one is ${sides.join(" × ")}`,
    );
  }
  return { ...header, hash: createHash("sha256").update(bytes).digest("hex"), bytes };
}

const refused = (why: string): AppError => new AppError("validation_error", `The image ${why}.`);
