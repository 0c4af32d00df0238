import { EventTypeId } from "../event-types/schema";
import { organizationProcedure, publicProcedure, router } from "../trpc";
import { listAvailability } from "./list";
import { getAvailabilityRules } from "./read";
import { replaceAvailability } from "./replace";
import { Availability, AvailabilityRules, ListAvailability, ReplaceAvailability } from "./schema";

const tags = ["Availability"];
const resource = "Event type";

export const availabilityRouter = router({
  list: publicProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/availability",
        tags,
        operationId: "listAvailability",
        summary: "List available slots",
        description:
          "The slots that start on the civil dates `start` to `end` (at most 31 days) in `timezone`. A slot is listed exactly when it can be booked: the same function answers here, in booking and in rescheduling.",
      },
      public: true,
      errors: ["bad_request", "not_found"],
    })
    .input(ListAvailability)
    .output(Availability)
    .query(({ ctx, input }) => listAvailability(ctx, input)),

  getRules: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/v1/event-types/{id}/availability",
        tags,
        operationId: "getAvailabilityRules",
        summary: "Get availability rules",
        description:
          "The weekly windows and date overrides that say when an event type can be booked.",
      },
      resource,
    })
    .input(EventTypeId)
    .output(AvailabilityRules)
    .query(({ ctx, input }) => getAvailabilityRules(ctx.scope, input.id)),

  replaceRules: organizationProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/v1/event-types/{id}/availability",
        tags,
        operationId: "replaceAvailabilityRules",
        summary: "Replace availability rules",
        description:
          "Puts these weekly windows and date overrides in place of all there were. Windows of a day may touch but not overlap. Times are wall-clock times in `timezone` on every date, also where clocks change.",
      },
      resource,
    })
    .input(ReplaceAvailability)
    .output(AvailabilityRules)
    .mutation(({ ctx, input }) => replaceAvailability(ctx.scope, input)),
});
