import { env } from "../env";
import { AppError } from "../errors";
import type { Tier } from "../generated/prisma/client";
import type { Scope } from "../scope";
import { formatInstant } from "../time";
import { counters } from "./counters";
import { rateLimitHeaders, secondsUntil } from "./headers";
import { networkOf } from "./network";
import { planLimits } from "./plans";
import type { Limit, Standing } from "./windows";

type Call = {
  scope: Scope | null;
  key: { tier: Tier } | null;
  ipAddress: string | null;
  nowMs: number;
};

/** Whether a call may go on, and what its answer's headers say of the caller's limits. */
export type Verdict = { headers: Record<string, string>; refusal: AppError | null };

/** Whose limits a call meets, and under which name it is counted. */
type Account = { id: string; limits: readonly Limit[]; tier: Tier | null };

const unlimited: Verdict = { headers: {}, refusal: null };

/**
 * Counts a call: an API key's towards its organization's plan and mode, a stranger's towards its network address. A
 * service key is not limited (contract §2, §5). The minute is asked first: a call that it refuses does not use up the
 * day.
 * @param route `isCounted`: whether it counts towards plans; what does not still tells a key how it stands. `isLimited`:
 * false for what monitors ask, which counts for nobody
 */
export async function countCall(
  call: Call,
  route: { isCounted: boolean; isLimited: boolean },
): Promise<Verdict> {
  const account = route.isLimited ? accountOf(call) : null;
  if (account === null) {
    return unlimited;
  }
  const { id, limits, tier } = account;
  const isCounted = route.isCounted || tier === null;
  const standings = isCounted
    ? await counters().count(limits, id)
    : await counters().look(limits, id);
  const headers = rateLimitHeaders(limits, standings, call.nowMs);
  const full = isCounted ? standings.find(({ isFull }) => isFull) : undefined;
  return { headers, refusal: full === undefined ? null : refusalOf(full, tier, call.nowMs) };
}

/**
 * Counts what a hosted page calls for its visitor, towards the same limit as other strangers' calls.
 * @param calls how many procedures one request calls
 * @throws rate_limit_exceeded
 */
export async function countVisitor(
  { ipAddress, nowMs }: Pick<Call, "ipAddress" | "nowMs">,
  calls: number,
): Promise<void> {
  const account = strangersAccount(ipAddress);
  const [standing] =
    account === null ? [] : await counters().count(account.limits, account.id, calls);
  if (standing?.isFull === true) {
    const message = "Too many requests from your network. Wait a minute and try again.";
    throw new AppError("rate_limit_exceeded", message, { fields: fieldsOf(standing, nowMs) });
  }
}

function accountOf({ scope, key, ipAddress }: Call): Account | null {
  if (scope === null) {
    return strangersAccount(ipAddress);
  }
  if (key === null) {
    return null;
  }
  const { tier } = key;
  const id = `${scope.organizationId}:${scope.isTest ? "test" : "live"}`;
  return { id, limits: limitsOf[tier], tier };
}

const strangersLimits: readonly Limit[] = [
  { name: "stranger", window: "1m", limit: env.PUBLIC_RATE_LIMIT },
];

/**
 * A caller without an address (Next run without server/http.ts in front, which knows it) cannot be told from others, and
 * one count for all of them would let anybody shut the public pages for everybody.
 */
const strangersAccount = (ipAddress: string | null): Account | null =>
  ipAddress === null ? null : { id: networkOf(ipAddress), limits: strangersLimits, tier: null };

const limitsOf: Record<Tier, readonly Limit[]> = {
  free: planWindows("free"),
  launch: planWindows("launch"),
  grow: planWindows("grow"),
  scale: planWindows("scale"),
};

function planWindows(tier: Tier): Limit[] {
  const { perMinute, perDay } = planLimits(tier);
  return [
    ...(perMinute === null ? [] : [{ name: "plan", window: "1m" as const, limit: perMinute }]),
    ...(perDay === null ? [] : [{ name: "plan", window: "24h" as const, limit: perDay }]),
  ];
}

function refusalOf(standing: Standing, tier: Tier | null, nowMs: number): AppError {
  const { limit, window } = standing;
  const whose = tier === null ? "without an API key" : `(${titleOf(tier)} tier)`;
  const per = window === "24h" ? "day" : "minute";
  return new AppError(
    "rate_limit_exceeded",
    `Rate limit exceeded. Your limit is ${limit} requests/${per} ${whose}.`,
    { fields: { ...fieldsOf(standing, nowMs), ...(tier === null ? {} : { tier }) } },
  );
}

const fieldsOf = ({ limit, window, resetMs }: Standing, nowMs: number) => ({
  limit,
  window,
  reset_at: formatInstant(resetMs),
  retry_after: secondsUntil(resetMs, nowMs),
});

const titleOf = (tier: Tier): string => tier.charAt(0).toUpperCase() + tier.slice(1);
