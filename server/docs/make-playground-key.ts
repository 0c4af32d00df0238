import type { z } from "zod";
import { createApiKey } from "../api-keys/create";
import { revokeApiKey } from "../api-keys/revoke";
import { prisma } from "../db";
import type { Scope } from "../scope";
import { formatInstant } from "../time";
import type { PlaygroundKey } from "./schema";

/** Long enough to try things out, short enough that nobody need tidy up after it. */
const lifetimeMs = 3_600_000;

const name = "API playground";

/**
 * A test key for the API reference, good for an hour. The caller's earlier ones that have expired are revoked, so that
 * the list of keys does not fill with them.
 */
export async function makePlaygroundKey(scope: Scope): Promise<z.infer<typeof PlaygroundKey>> {
  const now = new Date(scope.nowMs);
  const dead = await prisma.apiKey.findMany({
    where: {
      organizationId: scope.organizationId,
      isTest: true,
      name,
      createdByType: scope.actor.type,
      createdById: scope.actor.id,
      revokedAt: null,
      expiresAt: { lte: now },
    },
    select: { id: true },
  });
  for (const { id } of dead) {
    await revokeApiKey(scope, id);
  }
  const expiresAtMs = scope.nowMs + lifetimeMs;
  const { key } = await createApiKey(scope, {
    name,
    mode: "test",
    description: "Made by the API reference for whoever had it open.",
    expires_at: expiresAtMs,
  });
  return { key, expires_at: formatInstant(expiresAtMs) };
}
