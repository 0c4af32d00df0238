import type { z } from "zod";
import { blockLiesIn, normalCidr } from "../cidr";
import type { Db } from "../db";
import { AppError } from "../errors";
import type { Scope } from "../scope";
import { formatInstant } from "../time";
import type { CreateApiKey } from "./schema";
import { beyondScopes, normalScopes } from "./scopes";

/** What a key may do, from where, and until when, as it is stored. */
export type KeyRights = { scopes: string[]; allowedIps: string[]; expiresAt: Date | null };

/** A key that outlives its makers should at least be looked at once a decade. */
const maxLifeYears = 10;

/**
 * The rights that a new key is to have, in the form that is stored; without any wish everything, from anywhere, for ever.
 * @throws validation_error for an end that is past or too far, and for what is no address or block, by its index
 */
export function rightsOf(input: z.output<typeof CreateApiKey>, nowMs: number): KeyRights {
  const problems: Record<string, string> = {};
  const { expires_at: endMs = null } = input;
  const latest = new Date(nowMs);
  latest.setUTCFullYear(latest.getUTCFullYear() + maxLifeYears);
  if (endMs !== null && endMs <= nowMs) {
    problems["expires_at"] = "must lie in the future";
  }
  if (endMs !== null && endMs > latest.getTime()) {
    problems["expires_at"] = `must lie at most ${maxLifeYears} years ahead`;
  }
  const blocks = new Set<string>();
  for (const [index, text] of (input.allowed_ips ?? []).entries()) {
    const block = normalCidr(text);
    if (block === null) {
      problems[`allowed_ips.${index}`] =
        "must be a network address or a CIDR block such as 203.0.113.0/24";
    } else {
      blocks.add(block);
    }
  }
  const [first] = Object.entries(problems);
  if (first !== undefined) {
    throw new AppError("validation_error", first.join(" "), { details: problems });
  }
  return {
    scopes: normalScopes(input.scopes ?? ["*"]),
    allowedIps: [...blocks],
    expiresAt: endMs === null ? null : new Date(endMs),
  };
}

/**
 * Lets a key hand out no more than it has: no further scopes, no later end, no more addresses. Otherwise a leaked key
 * could be turned into a better one. People and the service key are not bound.
 * @throws forbidden
 */
export async function requireWithinCaller(tx: Db, scope: Scope, wished: KeyRights): Promise<void> {
  if (scope.actor.type !== "api_key") {
    return;
  }
  const caller = await tx.apiKey.findUniqueOrThrow({ where: { id: scope.actor.id ?? "" } });
  const beyond = beyondScopes(caller.scopes, wished.scopes);
  if (beyond.length > 0) {
    throw beyondCaller(`it lacks ${beyond.join(", ")}`);
  }
  const { expiresAt, allowedIps } = caller;
  if (expiresAt !== null && (wished.expiresAt === null || wished.expiresAt > expiresAt)) {
    throw beyondCaller(`it expires at ${formatInstant(expiresAt.getTime())}`);
  }
  const outside = wished.allowedIps.find((block) => !blockLiesIn(allowedIps, block));
  if (allowedIps.length > 0 && (outside !== undefined || wished.allowedIps.length === 0)) {
    throw beyondCaller(`it may be used from ${allowedIps.join(", ")} only`);
  }
}

const beyondCaller = (limit: string): AppError =>
  new AppError("forbidden", `This key cannot give another key more than it has: ${limit}.`);
