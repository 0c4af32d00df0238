import { z } from "zod";
import { organizationProcedure, router } from "../trpc";
import { getTestClock, moveTestClock, resetTestClock } from "./move";
import { MoveTestClock, TestClock } from "./schema";

const tags = ["Test clock"];
const path = "/v1/test-clock";

export const testClockRouter = router({
  get: organizationProcedure
    .meta({
      openapi: {
        method: "GET",
        path,
        tags,
        operationId: "getTestClock",
        summary: "Get the test clock",
        description: "The time of the test side. Only with a test key.",
      },
    })
    .input(z.strictObject({}))
    .output(TestClock)
    .query(({ ctx }) => getTestClock(ctx.scope)),

  move: organizationProcedure
    .meta({
      openapi: {
        method: "POST",
        path,
        tags,
        operationId: "moveTestClock",
        summary: "Move the test clock",
        description:
          "Moves the time of the test side ahead, to `now` or by `advance_minutes`: availability, minimum notice, booking window and what an invitee may still change follow at once, so that months pass in seconds. From there it goes on as real time does. It never goes back, but to the real time by DELETE. Only with a test key.",
      },
    })
    .input(MoveTestClock)
    .output(TestClock)
    .mutation(({ ctx, input }) => moveTestClock(ctx.scope, input)),

  reset: organizationProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path,
        tags,
        operationId: "resetTestClock",
        summary: "Return to the real time",
        description: "Ends the test side's own time. Only with a test key.",
      },
      status: 204,
    })
    .input(z.strictObject({}))
    .output(z.void())
    .mutation(({ ctx }) => resetTestClock(ctx.scope)),
});
