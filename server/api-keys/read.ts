import type { z } from "zod";
import { prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { apiKeyResource } from "./resource";
import type { ApiKey, ApiKeyList, ListApiKeys } from "./schema";

/** What a caller may see: test callers the test keys, live callers both (contract §3). */
export const visibleKeys = (scope: Scope) => ({
  organizationId: scope.organizationId,
  ...(scope.isTest ? { isTest: true } : {}),
});

/** @throws not_found for a key the caller cannot see */
export async function getApiKey(scope: Scope, id: string): Promise<ApiKey> {
  const row = await prisma.apiKey.findFirst({ where: { ...visibleKeys(scope), id } });
  if (row === null) {
    throw notFound("API key");
  }
  return apiKeyResource(row);
}

/**
 * The organization's keys, newest first, revoked ones included.
 * @throws validation_error for an unknown cursor.
 */
export async function listApiKeys(
  scope: Scope,
  input: z.output<typeof ListApiKeys>,
): Promise<z.infer<typeof ApiKeyList>> {
  const limit = input.limit ?? defaultLimit;
  const where = visibleKeys(scope);
  if (input.starting_after !== undefined) {
    const cursor = await prisma.apiKey.findFirst({ where: { ...where, id: input.starting_after } });
    if (cursor === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.apiKey.findMany({
    where: {
      AND: [
        where,
        input.mode === undefined ? {} : { isTest: input.mode === "test" },
        input.starting_after === undefined ? {} : { id: { lt: input.starting_after } },
      ],
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(apiKeyResource), limit);
}
