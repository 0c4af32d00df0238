import { organizationProcedure, router } from "../trpc";
import { getUsage } from "./read";
import { GetUsage, Usage, UsagePeriod, UsageSummary } from "./schema";
import { summarizeUsage } from "./summarize";

const tags = ["Usage"];

export const usageRouter = router({
  get: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/usage",
        tags,
        operationId: "getUsage",
        summary: "Get usage and limits",
        description:
          "What the organization's plan allows and what is used of it, counted for the live and the test side apart: API calls of today, bookings of this month (UTC). A limit is null where the plan sets none. Calls count within a second of being answered. Asking does not count as a call.",
      },
      uncounted: true,
    })
    .input(GetUsage)
    .output(Usage)
    .query(({ ctx }) => getUsage(ctx.scope)),

  summary: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/usage/summary",
        tags,
        operationId: "summarizeUsage",
        summary: "Summarize usage",
        description:
          "API calls and bookings of the last 7 or 30 days (UTC), today included, in all and by day, and what there is of event types, calendars and webhooks. Asking does not count as a call.",
      },
      uncounted: true,
    })
    .input(UsagePeriod)
    .output(UsageSummary)
    .query(({ ctx, input }) => summarizeUsage(ctx.scope, input)),
});
