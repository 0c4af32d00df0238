import { AppError } from "../errors";
import { outgoing } from "../outgoing/outgoing";

/** @throws validation_error for an address that webhooks may not go to */
export async function requireTarget(url: string): Promise<void> {
  const problem = await outgoing.problem(url);
  if (problem !== null) {
    throw new AppError("validation_error", `url ${problem}`, { details: { url: problem } });
  }
}

/** An address as logs show it: path and query often hold the receiver's own secret. */
export const shownUrl = (url: string): string => new URL(url).host;
