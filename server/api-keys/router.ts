import { z } from "zod";
import { organizationProcedure, router } from "../trpc";
import { createApiKey } from "./create";
import { getApiKey, listApiKeys } from "./read";
import { listKeyRequests } from "./read-requests";
import { revokeApiKey } from "./revoke";
import { rotateApiKey } from "./rotate";
import {
  ApiKey,
  ApiKeyId,
  ApiKeyList,
  CallerAddress,
  CreateApiKey,
  CreatedApiKey,
  KeyRequestList,
  ListApiKeys,
  ListKeyRequests,
  RotateApiKey,
} from "./schema";

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
          "Makes a key for the live or the test side. The full key is returned only once, in this answer. A key cannot hand out more than it has: a test key makes test keys only, and the new key's scopes, end and addresses must lie within those of the calling key, else the answer is `forbidden`. So a calling key without `*` must say `scopes`, one that expires `expires_at`, and one bound to addresses `allowed_ips`.",
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

  rotate: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/api-keys/{id}/rotate",
        tags,
        operationId: "rotateApiKey",
        summary: "Rotate an API key",
        description:
          "Makes a new key with the same name, description, scopes, addresses and end; it is returned in full only once, in this answer. The old key works beside it for `grace_minutes`, but no longer than it would have. A key may rotate itself, and others that can do no more than it can (else `forbidden`). A revoked, expired or already rotated key is a `conflict`: of several calls at once, one gets the new key.",
      },
      status: 201,
      errors: ["conflict"],
      resource: "API key",
    })
    .input(RotateApiKey)
    .output(CreatedApiKey)
    .mutation(({ ctx, input }) => rotateApiKey(ctx.scope, input)),

  listRequests: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/api-keys/{id}/requests",
        tags,
        operationId: "listApiKeyRequests",
        summary: "List the requests of an API key",
        description:
          "What was asked with a key in the last 30 days, newest first. A request appears some seconds after its answer; what was refused with 401 was no key's request and does not.",
      },
      resource: "API key",
    })
    .input(ListKeyRequests)
    .output(KeyRequestList)
    .query(({ ctx, input }) => listKeyRequests(ctx.scope, input)),

  /** For the key's page. */
  get: organizationProcedure
    .input(ApiKeyId)
    .output(ApiKey)
    .query(({ ctx, input }) => getApiKey(ctx.scope, input.id)),

  /** From where the dashboard's person calls, as the server sees it. */
  callerAddress: organizationProcedure
    .output(CallerAddress)
    .query(({ ctx }) => ({ ip_address: ctx.ipAddress })),
});
