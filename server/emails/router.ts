import { organizationProcedure, router } from "../trpc";
import { getEmail, listEmails } from "./read";
import { EmailId, EmailList, ListEmails, SentEmail, WholeEmail } from "./schema";
import { sendEmailAgain } from "./send-again";

/** The dashboard's own; not part of `/v1`. */
export const emailsRouter = router({
  list: organizationProcedure
    .input(ListEmails)
    .output(EmailList)
    .query(({ ctx, input }) => listEmails(ctx.scope, input)),

  get: organizationProcedure
    .input(EmailId)
    .output(WholeEmail)
    .query(({ ctx, input }) => getEmail(ctx.scope, input.id)),

  sendAgain: organizationProcedure
    .input(EmailId)
    .output(SentEmail)
    .mutation(({ ctx, input }) => sendEmailAgain(ctx.scope, input.id)),
});
