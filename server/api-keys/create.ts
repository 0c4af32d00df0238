import type { z } from "zod";
import { type Db, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import type { ApiKey as ApiKeyRow } from "../generated/prisma/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { keyHash, keyPrefix, newKey } from "./key";
import { apiKeyResource } from "./resource";
import { type KeyRights, requireWithinCaller, rightsOf } from "./rights";
import type { CreateApiKey, CreatedApiKey, Mode } from "./schema";

/**
 * Makes a key and returns it in full, the only time it is ever shown. The mode defaults to the caller's.
 * @throws forbidden when a test caller asks for a live key, or a key for more than it has itself; validation_error for
 * an end or an address that cannot be
 */
export async function createApiKey(
  scope: Scope,
  input: z.output<typeof CreateApiKey>,
): Promise<z.infer<typeof CreatedApiKey>> {
  const mode = input.mode ?? (scope.isTest ? "test" : "live");
  if (scope.isTest && mode === "live") {
    throw new AppError(
      "forbidden",
      "A test key cannot create live keys. Use a live key or the dashboard.",
    );
  }
  const { name, description = null } = input;
  const rights = rightsOf(input, scope.nowMs);
  return await transaction(async (tx) => {
    await requireWithinCaller(tx, scope, rights);
    const { row, key } = await insertKey(tx, scope, { mode, name, description, ...rights });
    await recordEvent(
      tx,
      { ...scope, isTest: row.isTest },
      {
        action: "api_key.created",
        resourceType: "api_key",
        resourceId: row.id,
        summary: `Created ${mode} key "${row.name}" (${row.keyPrefix}…)`,
      },
    );
    return { ...apiKeyResource(row), key };
  });
}

type NewKey = KeyRights & {
  mode: Mode;
  name: string;
  description: string | null;
  rotatedFromId?: string;
};

/** Writes a new key; its event is the caller's to write. @returns the row, and the key in full */
export async function insertKey(
  tx: Db,
  { organizationId, actor, nowMs }: Scope,
  { mode, ...columns }: NewKey,
): Promise<{ row: ApiKeyRow; key: string }> {
  const key = newKey(mode);
  const row = await tx.apiKey.create({
    data: {
      ...columns,
      id: newId(),
      organizationId,
      isTest: mode === "test",
      keyPrefix: keyPrefix(key),
      keyHash: keyHash(key),
      createdByType: actor.type,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: new Date(nowMs),
    },
  });
  return { row, key };
}
