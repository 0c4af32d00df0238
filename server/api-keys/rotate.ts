import type { z } from "zod";
import { type Db, transaction } from "../db";
import { AppError, notFound } from "../errors";
import { changedFields } from "../events/changes";
import { type NewEvent, recordEvent } from "../events/record";
import type { ApiKey as ApiKeyRow } from "../generated/prisma/client";
import { instantOrNull } from "../schema";
import type { Scope } from "../scope";
import { insertKey } from "./create";
import { visibleKeys } from "./read";
import { apiKeyResource } from "./resource";
import { requireWithinCaller } from "./rights";
import { type CreatedApiKey, defaultGraceMinutes, type RotateApiKey } from "./schema";

/**
 * Makes a new key with the name and rights of an old one, which works beside it until the grace is over, never longer
 * than it would have; without grace it is revoked at once. A key is rotated once: of callers that race, one gets the
 * successor and the others a conflict, so that no successor is left that nobody knows of.
 * @throws not_found for a key the caller cannot see; forbidden when the old key may do more than the calling one;
 * conflict when it is revoked, expired or rotated already
 */
export async function rotateApiKey(
  scope: Scope,
  { id, grace_minutes: graceMinutes = defaultGraceMinutes }: z.output<typeof RotateApiKey>,
): Promise<z.infer<typeof CreatedApiKey>> {
  return await transaction(async (tx) => {
    const old = await lockedKey(tx, scope, id);
    await requireWithinCaller(tx, scope, old);
    await requireRotatable(tx, old, scope.nowMs);
    const { name, description, scopes, allowedIps, expiresAt, isTest } = old;
    const { row, key } = await insertKey(tx, scope, {
      name,
      description,
      scopes,
      allowedIps,
      expiresAt,
      mode: isTest ? "test" : "live",
      rotatedFromId: id,
    });
    const end = new Date(scope.nowMs + graceMinutes * 60_000);
    const change =
      graceMinutes === 0
        ? { revokedAt: end }
        : { expiresAt: expiresAt !== null && expiresAt < end ? expiresAt : end };
    const changed = await tx.apiKey.update({ where: { id }, data: change });
    await recordEvent(tx, { ...scope, isTest }, rotation(old, changed, row));
    return { ...apiKeyResource(row), key };
  });
}

/** The key, which nobody else rotates until this transaction ends; its requests go on being logged. */
async function lockedKey(tx: Db, scope: Scope, id: string): Promise<ApiKeyRow> {
  await tx.$executeRaw`
    SELECT 1 FROM api_keys WHERE id = ${id}::uuid AND organization_id = ${scope.organizationId}::uuid
    FOR NO KEY UPDATE`;
  const row = await tx.apiKey.findFirst({ where: { ...visibleKeys(scope), id } });
  if (row === null) {
    throw notFound("API key");
  }
  return row;
}

async function requireRotatable(tx: Db, old: ApiKeyRow, nowMs: number): Promise<void> {
  const what = `Key ${old.keyPrefix}…`;
  if (old.revokedAt !== null) {
    throw new AppError("conflict", `${what} is revoked. Create a new key instead.`);
  }
  if (old.expiresAt !== null && old.expiresAt.getTime() <= nowMs) {
    throw new AppError("conflict", `${what} has expired. Create a new key instead.`);
  }
  const successor = await tx.apiKey.findFirst({ where: { rotatedFromId: old.id } });
  if (successor !== null) {
    throw new AppError(
      "conflict",
      `${what} was rotated already, to ${successor.keyPrefix}…. Rotate that one, or create a new key.`,
    );
  }
}

function rotation(old: ApiKeyRow, changed: ApiKeyRow, successor: ApiKeyRow): NewEvent {
  const fields = ({ keyPrefix }: ApiKeyRow, { expiresAt, revokedAt }: ApiKeyRow) => ({
    key_prefix: keyPrefix,
    expires_at: instantOrNull(expiresAt),
    revoked_at: instantOrNull(revokedAt),
  });
  return {
    action: "api_key.rotated",
    resourceType: "api_key",
    resourceId: old.id,
    summary: `Rotated key "${old.name}" (${old.keyPrefix}…) to ${successor.keyPrefix}…`,
    changes: changedFields(fields(old, old), fields(successor, changed)),
  };
}
