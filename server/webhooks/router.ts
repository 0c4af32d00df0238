import { z } from "zod";
import { organizationProcedure, router } from "../trpc";
import { createWebhook } from "./create";
import { deleteWebhook } from "./delete";
import { getWebhook, listWebhooks } from "./read";
import { getDeliveryHistory, listDeliveries } from "./read-deliveries";
import { listWebhooksWithHealth } from "./read-health";
import { replayDeliveries } from "./replay";
import { retryDelivery } from "./retry-delivery";
import { rotateWebhookSecret } from "./rotate-secret";
import {
  CheckedUrl,
  CheckUrl,
  CreateWebhook,
  DeliveryHistory,
  DeliveryId,
  ListDeliveries,
  ListWebhooks,
  ReplayDeliveries,
  ReplayedDeliveries,
  SendSample,
  UpdateWebhook,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryList,
  WebhookId,
  WebhookList,
  WebhookWithHealthList,
  WebhookWithSecret,
} from "./schema";
import { sendSample } from "./send-sample";
import { checkTarget } from "./target";
import { updateWebhook } from "./update";

const tags = ["Webhooks"];
const resource = "Webhook";

const delivery =
  "A delivery is a POST of `{id, event, data, created_at, is_test}`. `X-Astrocal-Signature` is the hex HMAC-SHA256 of the raw body, keyed by the whole secret; `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of Standard Webhooks. Any 2xx within 10 seconds succeeds; redirects are not followed. It is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h (± 20 %). Deliveries come at least once: tell repetitions by `webhook-id`. An answer of 410, or five days of nothing but failures, turns the endpoint off.";

export const webhooksRouter = router({
  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/webhooks",
        tags,
        operationId: "listWebhooks",
        summary: "List webhooks",
        description: "The endpoints of the key's organization and mode, newest first.",
      },
    })
    .input(ListWebhooks)
    .output(WebhookList)
    .query(({ ctx, input }) => listWebhooks(ctx.scope, input)),

  create: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/webhooks",
        tags,
        operationId: "createWebhook",
        summary: "Create a webhook",
        description: `The signing secret is returned only once, in this answer. There may be 100 endpoints in each mode. ${delivery}`,
      },
      status: 201,
      errors: ["bad_request"],
    })
    .input(CreateWebhook)
    .output(WebhookWithSecret)
    .mutation(({ ctx, input }) => createWebhook(ctx.scope, input)),

  get: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/webhooks/{id}",
        tags,
        operationId: "getWebhook",
        summary: "Get a webhook",
        description: "Without its secret, which only its creation and rotation show.",
      },
      resource,
    })
    .input(WebhookId)
    .output(Webhook)
    .query(({ ctx, input }) => getWebhook(ctx.scope, input.id)),

  update: organizationProcedure
    .meta({
      openapi: {
        method: "PATCH",
        path: "/v1/webhooks/{id}",
        tags,
        operationId: "updateWebhook",
        summary: "Update a webhook",
        description:
          "Changes the fields given. What is still to be sent goes to the new address. Turned off, it is sent nothing new, and what was still to be sent fails; turned on, past failures are forgotten.",
      },
      resource,
    })
    .input(UpdateWebhook)
    .output(Webhook)
    .mutation(({ ctx, input }) => updateWebhook(ctx.scope, input)),

  delete: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: "/v1/webhooks/{id}",
        tags,
        operationId: "deleteWebhook",
        summary: "Delete a webhook",
        description: "Nothing is sent to it any more, and its deliveries can no longer be seen.",
      },
      status: 204,
      resource,
    })
    .input(WebhookId)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteWebhook(ctx.scope, input.id)),

  rotateSecret: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/webhooks/{id}/rotate-secret",
        tags,
        operationId: "rotateWebhookSecret",
        summary: "Rotate a webhook's secret",
        description:
          "The new secret is returned only once, in this answer. For 24 hours `webhook-signature` bears a signature by each secret, a space between; `X-Astrocal-Signature` is by the new one at once.",
      },
      resource,
    })
    .input(WebhookId)
    .output(WebhookWithSecret)
    .mutation(({ ctx, input }) => rotateWebhookSecret(ctx.scope, input.id)),

  sendSample: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/webhooks/{id}/test",
        tags,
        operationId: "testWebhook",
        summary: "Send a sample",
        description:
          "Sends made-up data, with an id of its own and `is_test: true`, to the endpoint, active or not. Returns the delivery, which is sent at once; ask for the endpoint's deliveries to see what came of it.",
      },
      status: 201,
      resource,
    })
    .input(SendSample)
    .output(WebhookDelivery)
    .mutation(({ ctx, input }) => sendSample(ctx.scope, input)),

  listDeliveries: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/webhooks/{id}/deliveries",
        tags,
        operationId: "listWebhookDeliveries",
        summary: "List deliveries",
        description:
          "What was sent to an endpoint, or is still to be, newest first; kept for 90 days.",
      },
      resource,
    })
    .input(ListDeliveries)
    .output(WebhookDeliveryList)
    .query(({ ctx, input }) => listDeliveries(ctx.scope, input)),

  retryDelivery: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/webhooks/{id}/deliveries/{delivery_id}/retry",
        tags,
        operationId: "retryWebhookDelivery",
        summary: "Retry a delivery",
        description:
          "Sends it again at once, whatever came of it before, with the same `webhook-id`. Returns the delivery as it then stands: `pending`.",
      },
      resource: "Webhook delivery",
    })
    .input(DeliveryId)
    .output(WebhookDelivery)
    .mutation(({ ctx, input }) => retryDelivery(ctx.scope, input)),

  replay: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/v1/webhooks/{id}/replay",
        tags,
        operationId: "replayWebhookDeliveries",
        summary: "Replay failed deliveries",
        description:
          "Sends all failed deliveries again that were made since an instant: what an endpoint missed while it was down.",
      },
      resource,
    })
    .input(ReplayDeliveries)
    .output(ReplayedDeliveries)
    .mutation(({ ctx, input }) => replayDeliveries(ctx.scope, input)),

  /** For the dashboard's list. */
  listWithHealth: organizationProcedure
    .input(ListWebhooks)
    .output(WebhookWithHealthList)
    .query(({ ctx, input }) => listWebhooksWithHealth(ctx.scope, input)),

  /** For the dashboard's page of a delivery. */
  getDelivery: organizationProcedure
    .input(DeliveryId)
    .output(DeliveryHistory)
    .query(({ ctx, input }) => getDeliveryHistory(ctx.scope, input)),

  /** For the dashboard's forms, while an address is typed. */
  checkUrl: organizationProcedure
    .input(CheckUrl)
    .output(CheckedUrl)
    .query(({ input }) => checkTarget(input.url)),
});
