import { createHash } from "node:crypto";
import { AppError } from "../errors";
import { counters } from "./counters";
import { secondsUntil } from "./headers";
import { networkOf } from "./network";
import type { Limit, Standing } from "./windows";

/** An address can be tried 10 times in 15 minutes, whoever tries: guessing 10-character passwords takes for ever. */
const signInsByEmail: Limit = { name: "sign-in:email", window: "15m", limit: 10 };
/** A network may hold an office: more than one person's mistakes, fewer than a list of leaked passwords. */
const signInsByNetwork: Limit = { name: "sign-in:network", window: "15m", limit: 50 };
const signUpsByNetwork: Limit = { name: "sign-up:network", window: "1h", limit: 20 };
/**
 * Tokens have 256 bits and are not to be guessed; this ends the trying. A page with a wrong link asks several times. A
 * booking, or a place in a waitlist, may be tried from more than one network, and its invitee is not to be shut out by one
 * other person.
 */
const wrongTokensByNetwork: Limit = { name: "wrong-token:network", window: "15m", limit: 30 };
const wrongTokensByThing: Limit = { name: "wrong-token:thing", window: "15m", limit: 100 };

/** Without an address, all such callers together: closed rather than open (guarantees §4). */
const network = (ipAddress: string | null): string =>
  ipAddress === null ? "unknown" : networkOf(ipAddress);

/** The store need not know who signs in. */
const hashed = (email: string): string =>
  createHash("sha256").update(email).digest("base64url").slice(0, 22);

async function count(limit: Limit, id: string): Promise<boolean> {
  const [standing] = await counters().count([limit], id);
  return standing?.isFull !== true;
}

/** Counts a sign-in attempt; false once there were too many. */
export async function throttleSignIn(email: string, ipAddress: string | null): Promise<boolean> {
  const [perEmail, perNetwork] = await Promise.all([
    count(signInsByEmail, hashed(email)),
    count(signInsByNetwork, network(ipAddress)),
  ]);
  return perEmail && perNetwork;
}

/** Counts a sign-up; false once there were too many from one network. */
export async function throttleSignUp(ipAddress: string | null): Promise<boolean> {
  return await count(signUpsByNetwork, network(ipAddress));
}

/** `id`: the booking or waitlist entry that the token is said to be for. */
type TokenTry = { id: string; ipAddress: string | null; nowMs: number };

/**
 * Before a token is looked at, be it right or wrong, for a booking or waitlist entry that is there or not.
 * @throws rate_limit_exceeded after too many wrong ones from this network or for this booking or entry
 */
export async function requireFewWrongTokens(attempt: TokenTry): Promise<void> {
  const { id, ipAddress, nowMs } = attempt;
  const found = await Promise.all([
    counters().look([wrongTokensByNetwork], network(ipAddress)),
    counters().look([wrongTokensByThing], id),
  ]);
  requireRoom(found.flat(), nowMs);
}

/**
 * Counts a wrong token.
 * @throws rate_limit_exceeded when it was one too many: of those sent at once, no more are answered otherwise than of
 * those sent one by one
 */
export async function countWrongToken(attempt: TokenTry): Promise<void> {
  const { id, ipAddress, nowMs } = attempt;
  const found = await Promise.all([
    counters().count([wrongTokensByNetwork], network(ipAddress)),
    counters().count([wrongTokensByThing], id),
  ]);
  requireRoom(found.flat(), nowMs);
}

function requireRoom(standings: Standing[], nowMs: number): void {
  const full = standings.find(({ isFull }) => isFull);
  if (full !== undefined) {
    throw new AppError(
      "rate_limit_exceeded",
      "Too many attempts with a wrong token. Wait 15 minutes and try again.",
      { fields: { retry_after: secondsUntil(full.resetMs, nowMs) } },
    );
  }
}
