import type { Item } from "./client";

/** What a webhook is told. */
export type WebhookEvent = Item<"listWebhookDeliveries">["payload"];

/** The delivery is not what it claims to be; `message` says in which way. */
export class WebhookVerificationError extends Error {
  override readonly name = "WebhookVerificationError";
}

/** A delivery as it came. */
export type WebhookDelivery = {
  /** The raw body, as it was sent: parsed and written anew it differs. */
  body: string | Uint8Array;
  headers: Headers | Readonly<Record<string, string | string[] | undefined>>;
  /** The endpoint's `whsec_…`, or several of them. */
  secret: string | readonly string[];
  /** How far its time may be from ours, either way: five minutes unless said. */
  toleranceSeconds?: number;
};

/**
 * Checks a delivery's Standard Webhooks signature and time, with the platform's own crypto.
 * @throws {WebhookVerificationError} and then nothing of it may be believed
 */
export async function verifyWebhook({
  body,
  headers,
  secret,
  toleranceSeconds = 300,
}: WebhookDelivery): Promise<WebhookEvent> {
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(Date.now() / 1000 - seconds) <= toleranceSeconds)) {
    throw new WebhookVerificationError("Its time is too far from now");
  }
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const message = bytesOf(`${id}.${timestamp}.${text}`);
  const signatures = headerOf(headers, "webhook-signature")
    .split(" ")
    .flatMap((each) => (each.startsWith("v1,") ? [fromBase64(each.slice(3))] : []));
  for (const each of typeof secret === "string" ? [secret] : secret) {
    const raw = fromBase64(each.replace(/^whsec_/, ""));
    if (raw.length === 0) continue;
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", raw, hmac, false, ["verify"]);
    for (const signature of signatures) {
      // Compares in constant time.
      if (await crypto.subtle.verify("HMAC", key, signature, message)) return eventOf(text);
    }
  }
  throw new WebhookVerificationError("None of its signatures is by this secret");
}

function eventOf(text: string): WebhookEvent;
function eventOf(text: string): unknown {
  return JSON.parse(text);
}

function headerOf(headers: WebhookDelivery["headers"], name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  const text = Array.isArray(value) ? value[0] : value;
  if (!text) throw new WebhookVerificationError(`It has no ${name} header`);
  return text;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What is no base64 is no bytes: no signature is empty. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
