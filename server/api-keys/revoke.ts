import { transaction } from "../db";
import { notFound } from "../errors";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { visibleKeys } from "./read";

/**
 * Revokes a key: its next request fails, on every instance. Revoking again changes nothing.
 * @throws not_found for a key the caller cannot see.
 */
export async function revokeApiKey(scope: Scope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { ...visibleKeys(scope), id, revokedAt: null },
      data: { revokedAt: new Date(scope.nowMs) },
    });
    const row = await tx.apiKey.findFirst({ where: { ...visibleKeys(scope), id } });
    if (row === null) {
      throw notFound("API key");
    }
    if (count === 1) {
      await recordEvent(
        tx,
        { ...scope, isTest: row.isTest },
        {
          action: "api_key.revoked",
          resourceType: "api_key",
          resourceId: id,
          summary: `Revoked key "${row.name}" (${row.keyPrefix}…)`,
        },
      );
    }
  });
}
