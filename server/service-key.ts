import { createHash, timingSafeEqual } from "node:crypto";
import { prisma } from "./db";
import { env } from "./env";
import { AppError, notFound } from "./errors";
import { isUuid } from "./ids";
import { type OrgId, provenOrganization } from "./scope";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Two may be in force at once, while one is being rotated out. */
const digests = env.ASTROCAL_SERVICE_KEY.map(digest);

/** Compares in a time that tells nothing of how much of a key was right. */
export function isServiceKey(token: string): boolean {
  const given = digest(token);
  return digests.map((known) => timingSafeEqual(known, given)).includes(true);
}

/**
 * For whom a service key acts: the organization and mode that its headers name (contract §2).
 * @throws forbidden from a browser; validation_error for a missing or malformed header; not_found
 */
export async function serviceKeyTarget(
  header: (name: string) => string | null,
): Promise<{ organizationId: OrgId; isTest: boolean; seeded: boolean }> {
  if (header("origin") !== null) {
    throw new AppError(
      "forbidden",
      "A service key must never reach a browser. Call from your server, without an Origin header.",
    );
  }
  const id = header("x-org-id") ?? "";
  if (!isUuid(id)) {
    throw wrongHeader("X-Org-Id", "must be the UUID of an organization");
  }
  const mode = header("x-astrocal-mode") ?? "live";
  if (mode !== "live" && mode !== "test") {
    throw wrongHeader("X-Astrocal-Mode", 'must be "live" or "test"');
  }
  const organization = await prisma.organization.findUnique({
    where: { id: id.toLowerCase() },
    select: { id: true, sandboxSeededAt: true },
  });
  if (organization === null) {
    throw notFound("Organization");
  }
  return {
    organizationId: provenOrganization(organization.id),
    isTest: mode === "test",
    seeded: organization.sandboxSeededAt !== null,
  };
}

const wrongHeader = (name: string, problem: string): AppError =>
  new AppError("validation_error", `${name} ${problem}`, { details: { [name]: problem } });
