import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** 256 random bits; Standard Webhooks asks for 24 to 64 bytes. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString("base64")}`;

type Message = {
  /** The event's id: equal on every attempt. */
  id: string;
  atMs: number;
  /** The exact body that is sent. */
  body: string;
};

/**
 * The headers that prove whence a delivery comes: the Standard Webhooks ones, signed with each secret in force, and
 * Astrocal's own, signed with the first (contract §3).
 */
export function signatureHeaders(
  { id, atMs, body }: Message,
  secrets: readonly [string, ...string[]],
): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64");
    const text = `${id}.${timestamp}.${body}`;
    return `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
    "x-astrocal-signature": createHmac("sha256", secrets[0]).update(body).digest("hex"),
  };
}
