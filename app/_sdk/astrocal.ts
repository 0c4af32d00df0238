// What the SDK gives; public/sdk/v1 is made of it (npm run generate).
export {
  type Client,
  createClient,
  type Input,
  type Item,
  type ListName,
  type OperationName,
  type Output,
} from "./client";
export { AstrocalConnectionError, AstrocalError, type ErrorCode } from "./error";
export type { CallOptions, ClientOptions } from "./request";
export {
  verifyWebhook,
  type WebhookDelivery,
  type WebhookEvent,
  WebhookVerificationError,
} from "./webhook";
