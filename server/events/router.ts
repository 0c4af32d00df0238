import { organizationProcedure, router } from "../trpc";
import { listActivity } from "./read";
import { ActivityList, ListActivity } from "./schema";

export const activityRouter = router({
  list: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/activity",
        tags: ["Activity"],
        operationId: "listActivity",
        summary: "List activity",
        description:
          "What happened in the organization, newest first: every change leaves one entry, written together with the change itself, and no entry is ever altered or deleted. The live and the test side have logs of their own; what concerns the organization itself is in the live one.",
      },
    })
    .input(ListActivity)
    .output(ActivityList)
    .query(({ ctx, input }) => listActivity(ctx.scope, input)),
});
