import type { AppError } from "../errors";
import type { Tier } from "../generated/prisma/client";
import type { Scope } from "../scope";

type Call = {
  scope: Scope | null;
  key: { tier: Tier } | null;
  ipAddress: string | null;
  nowMs: number;
};

/** Whether a call may go on, and what its answer's headers say of the caller's limits. */
export type Verdict = { headers: Record<string, string>; refusal: AppError | null };

/**
 * Counts a call: an API key's towards its organization's plan and mode, a stranger's towards its network address. A
 * service key is not limited (contract §2, §5).
 */
export async function countCall(_call: Call, _route: { isCounted: boolean }): Promise<Verdict> {
  return { headers: {}, refusal: null };
}
