import type { z } from "zod";
import { transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { keyHash, keyPrefix, newKey } from "./key";
import { apiKeyResource } from "./resource";
import type { CreateApiKey, CreatedApiKey } from "./schema";

/**
 * Makes a key and returns it in full, the only time it is ever shown. The mode defaults to the caller's.
 * @throws forbidden when a test caller asks for a live key.
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
  const key = newKey(mode);
  const row = await transaction(async (tx) => {
    const created = await tx.apiKey.create({
      data: {
        id: newId(),
        organizationId: scope.organizationId,
        isTest: mode === "test",
        name: input.name,
        description: input.description ?? null,
        keyPrefix: keyPrefix(key),
        keyHash: keyHash(key),
        scopes: ["*"],
        allowedIps: [],
        createdByType: scope.actor.type,
        createdById: scope.actor.id,
        createdByName: scope.actor.name,
      },
    });
    await recordEvent(
      tx,
      { ...scope, isTest: created.isTest },
      {
        action: "api_key.created",
        resourceType: "api_key",
        resourceId: created.id,
        summary: `Created ${mode} key "${created.name}" (${created.keyPrefix}…)`,
      },
    );
    return created;
  });
  return { ...apiKeyResource(row), key };
}
