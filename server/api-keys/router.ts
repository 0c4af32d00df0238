import { z } from "zod";
import { organizationProcedure, router } from "../trpc";
import { createApiKey } from "./create";
import { listApiKeys } from "./read";
import { revokeApiKey } from "./revoke";
import { ApiKeyId, ApiKeyList, CreateApiKey, CreatedApiKey, ListApiKeys } from "./schema";

const tags = ["API keys"];

export const apiKeysRouter = router({
  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/api-keys",
        tags,
        operationId: "listApiKeys",
        summary: "List API keys",
        description:
          "The organization's keys, newest first, revoked ones included. A test key sees test keys only; a live key sees both. The keys themselves are never shown again.",
      },
    })
    .input(ListApiKeys)
    .output(ApiKeyList)
    .query(({ ctx, input }) => listApiKeys(ctx.scope, input)),

  create: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/api-keys",
        tags,
        operationId: "createApiKey",
        summary: "Create an API key",
        description:
          "Makes a key for the live or the test side. The full key is returned only once, in this answer. A test key can make test keys only.",
      },
      status: 201,
      errors: ["forbidden"],
    })
    .input(CreateApiKey)
    .output(CreatedApiKey)
    .mutation(({ ctx, input }) => createApiKey(ctx.scope, input)),

  revoke: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: "/v1/api-keys/{id}",
        tags,
        operationId: "revokeApiKey",
        summary: "Revoke an API key",
        description:
          "The key fails authentication from its next request on, everywhere. Revoking a revoked key is fine.",
      },
      status: 204,
      resource: "API key",
    })
    .input(ApiKeyId)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeApiKey(ctx.scope, input.id)),
});
