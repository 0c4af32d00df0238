import { z } from "zod";
import { callerError } from "./caller-error";
import { countWrongToken, requireFewWrongTokens } from "./rate-limit/throttle";
import { Id } from "./schema";
import { publicProcedure } from "./trpc";

const TokenInput = z.object({ id: Id, token: z.string() });

/**
 * For an invitee with the token of a booking or waitlist entry as well as for keys: wrong tokens are counted, and not too
 * many are tried.
 */
export const inviteeProcedure = publicProcedure.use(async ({ ctx, getRawInput, next }) => {
  const { data } = TokenInput.safeParse(ctx.scope === null ? await getRawInput() : null);
  if (data === undefined) {
    return await next();
  }
  const attempt = { id: data.id, ipAddress: ctx.ipAddress, nowMs: ctx.nowMs };
  await requireFewWrongTokens(attempt);
  const result = await next();
  if (!result.ok && callerError(result.error).code === "unauthorized") {
    await countWrongToken(attempt);
  }
  return result;
});
