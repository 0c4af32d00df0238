import { z } from "zod";
import { Id } from "../schema";
import { organizationProcedure, publicProcedure, router } from "../trpc";
import { getMembership } from "./read";
import { Membership, SignUp } from "./schema";
import { signUp } from "./sign-up";

/** The dashboard's own; not part of `/v1`. */
export const organizationsRouter = router({
  signUp: publicProcedure
    .input(SignUp)
    .output(z.object({ organization_id: Id }))
    .mutation(async ({ ctx, input }) => {
      const { organizationId } = await signUp(ctx, input);
      return { organization_id: organizationId };
    }),

  membership: organizationProcedure.output(Membership).query(({ ctx }) => getMembership(ctx.scope)),
});
