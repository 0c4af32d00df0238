import type { ApiKey as ApiKeyRow } from "../generated/prisma/client";
import { instant, instantOrNull } from "../schema";
import type { ApiKey } from "./schema";

/** The row as every caller sees it: never the hash. */
export const apiKeyResource = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  description: row.description,
  mode: row.isTest ? "test" : "live",
  key_prefix: row.keyPrefix,
  scopes: row.scopes,
  expires_at: instantOrNull(row.expiresAt),
  allowed_ips: row.allowedIps,
  last_used_at: instantOrNull(row.lastUsedAt),
  created_by: { type: row.createdByType, id: row.createdById, name: row.createdByName },
  created_at: instant(row.createdAt),
  revoked_at: instantOrNull(row.revokedAt),
});
