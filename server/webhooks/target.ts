import type { z } from "zod";
import { AppError } from "../errors";
import { outgoing } from "../outgoing/outgoing";
import type { CheckedUrl } from "./schema";

/** @throws validation_error for an address that webhooks may not go to */
export async function requireTarget(url: string): Promise<void> {
  const { problem } = await outgoing.check(url);
  if (problem !== null) {
    throw new AppError("validation_error", `url ${problem}`, { details: { url: problem } });
  }
}

/** What would become of an address if it were saved. */
export async function checkTarget(url: string): Promise<z.infer<typeof CheckedUrl>> {
  const { problem, isUnresolved } = await outgoing.check(url);
  return { problem, is_unresolved: isUnresolved };
}

/** An address as logs show it: path and query often hold the receiver's own secret. */
export const shownUrl = (url: string): string => new URL(url).host;
