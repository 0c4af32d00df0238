import { z } from "zod";
import { publicProcedure, router } from "../trpc";
import { requestPasswordReset, sendsPasswordResets } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { RequestPasswordReset, ResetPassword, SignInFacts } from "./schema";

/** The pages' own; not part of `/v1`. */
export const usersRouter = router({
  signInFacts: publicProcedure
    .output(SignInFacts)
    .query(() => ({ password_reset: sendsPasswordResets() })),

  requestPasswordReset: publicProcedure
    .input(RequestPasswordReset)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await requestPasswordReset(input.email, ctx.ipAddress);
      return {};
    }),

  resetPassword: publicProcedure
    .input(ResetPassword)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
});
