import { createHash } from "node:crypto";
import { instant } from "../schema";
import type { WebhookEvent, WebhookPayload } from "./schema";

/** The body of a delivery, as it is signed, sent and kept. */
export const payloadText = ({
  id,
  event,
  data,
  createdAt,
  isTest,
}: {
  id: string;
  event: WebhookEvent;
  data: Record<string, unknown>;
  createdAt: Date;
  isTest: boolean;
}): string => {
  const payload: WebhookPayload = {
    id,
    event,
    data,
    created_at: instant(createdAt),
    is_test: isTest,
  };
  return JSON.stringify(payload);
};

/**
 * The id of what an event also means, such as the confirmation in a creation: the same on every run, and nobody else's.
 * A UUID of version 8 (RFC 9562 §5.8).
 */
export function derivedId(eventId: string, event: WebhookEvent): string {
  const bytes = createHash("sha256").update(`${eventId} ${event}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
