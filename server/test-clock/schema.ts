import { z } from "zod";
import { Instant, InstantInput } from "../schema";

/** Two years, in minutes. */
const maxAdvanceMinutes = 2 * 366 * 1440;

export const MoveTestClock = z
  .strictObject({
    now: InstantInput.optional().describe("The test side's new time; not before its present one."),
    advance_minutes: z
      .int()
      .min(1)
      .max(maxAdvanceMinutes)
      .optional()
      .describe("By how much to move the test side's time ahead."),
  })
  .refine((input) => (input.now === undefined) !== (input.advance_minutes === undefined), {
    error: "is required, or advance_minutes, but not both",
    path: ["now"],
  })
  .meta({ examples: [{ advance_minutes: 1440 }] });
export type MoveTestClock = z.output<typeof MoveTestClock>;

export const TestClock = z.object({
  now: Instant.describe("The time of the test side. It goes on from there as real time does."),
  is_real: z.boolean().describe("Whether that is the real time."),
  ahead_minutes: z.int().describe("By how many minutes it is ahead of the real time."),
});
export type TestClock = z.infer<typeof TestClock>;
