import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "./client-address";
import { env } from "./env";

/** Booking pages may be shown in other sites' frames; everything else may not. */
const ownPages =
  /^\/(home|event-types|bookings|settings|calendars|webhooks|members|emails|logos|activity|usage|docs|sign-in|sign-up|forgot-password|reset-password|invitations|manage|api)?(\/|\?|$)/;

/** Where logos are shown from (organizations/logo.ts), by whatever address the page was opened. */
const publicOrigin = new URL(env.PUBLIC_URL).origin;

/** Their addresses hold a token. */
const bearsToken = /^\/(manage|waitlist|reset-password|invitations)/;

/** Our own scripts bear this request's nonce; Next takes it from the policy in the request. */
function contentSecurityPolicy(nonce: string, path: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' ${publicOrigin} data: blob:`,
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(ownPages.test(path) ? ["frame-ancestors 'none'"] : []),
  ].join("; ");
}

/**
 * Lets Next compress what route handlers answer: it sets their Content-Type as a list of one, which its compression takes
 * for no type at all.
 */
function keepTypePlain(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    set(name, name.toLowerCase() === "content-type" ? String(value) : value);
}

/**
 * Sets the headers of a page and tells Next the nonce, the path and the caller's address, whatever the caller claimed of them.
 * @returns the same request
 */
export function secureHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  dev: boolean,
): IncomingMessage {
  const path = request.url ?? "/";
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), path, dev);
  request.headers["content-security-policy"] = policy;
  request.headers["x-astrocal-path"] = path;
  request.headers["x-astrocal-client-address"] = clientAddress(request) ?? "";
  keepTypePlain(response);
  response.setHeader("content-security-policy", policy);
  response.setHeader("referrer-policy", bearsToken.test(path) ? "no-referrer" : "same-origin");
  response.setHeader("x-content-type-options", "nosniff");
  return request;
}
