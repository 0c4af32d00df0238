import { z } from "zod";
import { Id } from "../schema";
import { organizationProcedure, publicProcedure, router } from "../trpc";
import { getMembership, listOwnOrganizations } from "./read";
import { replaceLogo } from "./replace-logo";
import {
  Membership,
  NewOrganization,
  Organization,
  OwnOrganization,
  ReplaceLogo,
  SignUp,
  UpdateOrganization,
} from "./schema";
import { createOwnOrganization, signUp } from "./sign-up";
import { updateOrganization } from "./update";

/** The dashboard's own; not part of `/v1`. */
export const organizationsRouter = router({
  signUp: publicProcedure
    .input(SignUp)
    .output(z.object({ organization_id: Id }))
    .mutation(async ({ ctx, input }) => {
      const { organizationId } = await signUp(ctx, input);
      return { organization_id: organizationId };
    }),

  mine: organizationProcedure
    .output(z.array(OwnOrganization))
    .query(({ ctx }) => listOwnOrganizations(ctx.scope)),

  create: organizationProcedure
    .input(NewOrganization)
    .output(z.object({ organization_id: Id }))
    .mutation(async ({ ctx, input }) => {
      const { organizationId } = await createOwnOrganization(ctx.scope, input);
      return { organization_id: organizationId };
    }),

  update: organizationProcedure
    .input(UpdateOrganization)
    .output(Organization)
    .mutation(({ ctx, input }) => updateOrganization(ctx.scope, input)),

  replaceLogo: organizationProcedure
    .input(ReplaceLogo)
    .output(Organization)
    .mutation(({ ctx, input }) => replaceLogo(ctx.scope, input)),

  membership: organizationProcedure.output(Membership).query(({ ctx }) => getMembership(ctx.scope)),
});
