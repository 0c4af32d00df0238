import { createHash } from "node:crypto";
import { type KeyScope, mayUse } from "../api-keys/scopes";
import { AppError } from "../errors";
import { isUuid } from "../ids";
import type { Scope } from "../scope";
import { canonicalJson } from "./canonical";

/** What an Idempotency-Key stands for: whose it is, for which operation, and what was asked. */
export type Claim = {
  owner: string;
  operation: string;
  key: string;
  /** SHA-256 in hexadecimal. */
  fingerprint: string;
};

type Caller = { scope: Scope | null; key: { id: string; scopes: string[] } | null };

type Operation = {
  /** Method and path, `POST /v1/bookings/{id}/cancel`. */
  operation: string;
  requiredScope: KeyScope | null;
  /** Names of the path's ids. */
  paramNames: string[];
};

/** Printable, and not blank at an end, where HTTP would lose it. */
const keyPattern = /^[!-~]([ -~]{0,253}[!-~])?$/;

/**
 * What the header's value claims for this caller and request; null where there is nothing to claim, because the
 * operation is going to refuse the caller, whose request must not be answered in any other way.
 * @param input path, query and body as sent
 * @throws validation_error for a value that is no key
 */
export function claimOf(
  key: string,
  caller: Caller,
  operation: Operation,
  input: Record<string, unknown>,
): Claim | null {
  if (!keyPattern.test(key)) {
    const problem = "must have 1 to 255 printable ASCII characters, and no blank at its ends";
    throw new AppError("validation_error", `Idempotency-Key ${problem}`, {
      details: { "Idempotency-Key": problem },
    });
  }
  if (caller.key !== null && !mayUse(caller.key.scopes, operation.requiredScope)) {
    return null;
  }
  const owner = ownerOf(caller.scope, operation, input);
  if (owner === null) {
    return null;
  }
  const request = [operation.operation, input, requesterOf(caller, operation)];
  return {
    owner,
    operation: operation.operation,
    key,
    fingerprint: sha256(canonicalJson(request)),
  };
}

/**
 * An organization's side, whichever of its keys calls, so that a retry survives the key's rotation. For strangers what
 * they name: the event type, or, with its token, the booking. A wrong token is another owner, which never meets the
 * right one's answers.
 */
function ownerOf(
  scope: Scope | null,
  { paramNames }: Operation,
  { token, event_type_id: eventTypeId, ...input }: Record<string, unknown>,
): string | null {
  if (scope !== null) {
    return `organization:${scope.organizationId}:${scope.isTest ? "test" : "live"}`;
  }
  if (paramNames.length > 0) {
    const ids = paramNames.map((name) => String(input[name]).toLowerCase());
    return typeof token === "string" ? `token:${ids.join(":")}:${sha256(token)}` : null;
  }
  return typeof eventTypeId === "string" && isUuid(eventTypeId)
    ? `event_type:${eventTypeId.toLowerCase()}`
    : null;
}

/**
 * Who must have asked to be answered again. Another key of the same side may see a booking, but not a key that was made
 * for this one: it may have fewer rights, and could not make such a key itself.
 */
const requesterOf = ({ key }: Caller, { requiredScope }: Operation): string | null =>
  requiredScope === "api_keys:write" && key !== null ? key.id : null;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
