import { z } from "zod";
import { CivilDate, Id, Instant, queryBoolean, queryInteger, TimeZone, timeOfDay } from "../schema";
import { formatTimeOfDay } from "../time";

export const TimeOfDay = z
  .string()
  .describe("Wall-clock time, HH:MM:SS; 24:00:00 only as an end.")
  .meta({ example: "09:00:00" });

const window = {
  start_time: timeOfDay({ allow24: false }),
  end_time: timeOfDay({ allow24: true }),
};

type Window = { start_time: number; end_time: number };

export const DayOfWeek = z
  .int("must be 0 to 6, 0 being Sunday")
  .min(0, "must be 0 to 6, 0 being Sunday")
  .max(6, "must be 0 to 6, 0 being Sunday");

const endsAfterStart = ({ start_time: start, end_time: end }: Window) => start < end;
const order = { error: "must be after start_time", path: ["end_time"] };

const RuleInput = z
  .strictObject({ day_of_week: DayOfWeek, ...window })
  .refine(endsAfterStart, order);
const WindowInput = z.strictObject(window).refine(endsAfterStart, order);

/** Windows of one day may touch, not overlap. */
function overlap(windows: Window[]): boolean {
  const sorted = windows.toSorted((a, b) => a.start_time - b.start_time);
  return sorted.some((each, index) => each.start_time < (sorted[index - 1]?.end_time ?? 0));
}

export const Overrides = z
  .array(
    z.strictObject({
      date: CivilDate,
      windows: z
        .array(WindowInput)
        .max(48, "must have at most 48 windows")
        .refine((windows) => !overlap(windows), "must not overlap")
        .describe("The windows of that date instead of the weekly ones; none: closed."),
    }),
  )
  .max(1000, "must have at most 1000 dates")
  .refine(
    (all) => new Set(all.map(({ date }) => date)).size === all.length,
    "must not repeat a date",
  );

export const Rules = z
  .array(RuleInput)
  .max(168, "must have at most 168 windows")
  .superRefine((rules, context) => {
    for (const day of new Set(rules.map((rule) => rule.day_of_week))) {
      if (overlap(rules.filter((rule) => rule.day_of_week === day))) {
        context.addIssue(`must not overlap (day_of_week ${day})`);
      }
    }
  });

export const ReplaceAvailability = z
  .strictObject({
    id: Id,
    timezone: TimeZone,
    rules: Rules.describe("The weekly windows; none: closed but for the overrides."),
    overrides: Overrides.optional().describe("Left out: none."),
  })
  .meta({
    examples: [
      {
        timezone: "Europe/Berlin",
        rules: [{ day_of_week: 1, start_time: "09:00", end_time: "17:00" }],
        overrides: [{ date: "2026-12-24", windows: [] }],
      },
    ],
  });

export const AvailabilityRules = z.object({
  event_type_id: Id,
  timezone: TimeZone,
  rules: z.array(
    z.object({
      id: Id,
      event_type_id: Id,
      day_of_week: z.int().min(0).max(6),
      start_time: TimeOfDay,
      end_time: TimeOfDay.meta({ example: "17:00:00" }),
      created_at: Instant,
    }),
  ),
  overrides: z.array(
    z.object({
      date: CivilDate,
      windows: z.array(
        z.object({
          start_time: TimeOfDay,
          end_time: TimeOfDay.meta({ example: "12:00:00" }),
        }),
      ),
    }),
  ),
});
export type AvailabilityRules = z.infer<typeof AvailabilityRules>;

/** Stored seconds of the day as the wire says them. */
export const windowResource = (startSeconds: number, endSeconds: number) => ({
  start_time: formatTimeOfDay(startSeconds),
  end_time: formatTimeOfDay(endSeconds),
});

/** Civil days a listing may span, both ends included (contract §3). */
export const maxRangeDays = 31;

export const ListAvailability = z.strictObject({
  event_type_id: Id.describe("What is to be booked."),
  start: CivilDate.describe("First civil date, in `timezone`."),
  end: CivilDate.describe("Last civil date, included; at most 31 days with `start`."),
  timezone: TimeZone.optional().describe(
    "Zone in which `start` and `end` are dates; left out: the event type's. It never changes which instants are offered.",
  ),
  duration: queryInteger(5, 480)
    .optional()
    .describe("One of the event type's durations, in minutes."),
  explain: queryBoolean
    .optional()
    .describe("`true`, with a key: say of every other time of the grid why it is not offered."),
});

/** Why a time of the grid is not offered. */
export const refusals = [
  "booked",
  "buffer",
  "host_hours",
  "external_calendar",
  "calendar_unreachable",
  "minimum_notice",
  "booking_window",
  "cap",
  "past",
  "override",
  "no_host",
  "not_on_grid",
] as const;

const Slot = z.object({
  start_time: Instant,
  end_time: Instant.meta({ example: "2026-03-02T15:30:00.000Z" }),
  spots_remaining: z.int(),
  total_capacity: z.int(),
  capped: z.boolean(),
  waitlist_available: z.boolean(),
  waitlist_position: z.int().nullable(),
});

export const Availability = z.object({
  event_type_id: Id,
  timezone: TimeZone,
  start: CivilDate,
  end: CivilDate,
  slots: z.array(Slot).describe("Every slot listed can be booked, and none that is not."),
  capped: z.boolean().describe("Whether the booking cap withholds slots in this range."),
  waitlist_available: z
    .boolean()
    .describe(
      "Whether one can wait for a place (`POST /v1/waitlist`): it is enabled, and has room.",
    ),
  waitlist_position: z.int().nullable().describe("The place in the line that one would have."),
  explanations: z
    .array(z.object({ start_time: Instant, reason: z.enum(refusals) }))
    .nullable()
    .describe(
      "With `explain=true`: each time of the grid that is not offered, and why. Null otherwise.",
    ),
});
export type Availability = z.infer<typeof Availability>;
