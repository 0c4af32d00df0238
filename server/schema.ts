import { z } from "zod";
import { formatInstant, isCivilDate, isTimeZone, parseInstant, parseTimeOfDay } from "./time";

// zod's own sentences name JavaScript types; these name what the caller should send.
z.config({
  customError: (issue) => {
    if (issue.code === "invalid_type") {
      return issue.input === undefined ? "is required" : `must be of type ${issue.expected}`;
    }
    if (issue.code === "invalid_value") {
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    }
    if (issue.code === "too_big") return bound(issue.origin, "most", issue.maximum);
    if (issue.code === "too_small") return bound(issue.origin, "least", issue.minimum);
    return undefined;
  },
});

function bound(origin: string, end: "most" | "least", value: number | bigint): string {
  if (origin === "string") return `must have at ${end} ${value} characters`;
  return origin === "array" ? `must have at ${end} ${value} entries` : `must be at ${end} ${value}`;
}

/** Shows a schema in the OpenAPI document as this, whatever zod checks and transforms. */
const shown = (schema: object) => (context: { jsonSchema: object }) => {
  for (const key of Object.keys(context.jsonSchema)) {
    if (key !== "description" && key !== "example" && key !== "default") {
      Reflect.deleteProperty(context.jsonSchema, key);
    }
  }
  Object.assign(context.jsonSchema, schema);
};

/** NUL, other control characters but tab and line breaks, and halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex -- they are exactly what is refused here
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const printable = (text: string) => !unprintable.test(text) && text.isWellFormed();

/** Text of one or more lines that Postgres, mail and pages can hold; surrounding white space is cut. */
export const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, min === 1 ? "must not be empty" : `must have at least ${min} characters`)
    .max(max, `must have at most ${max} characters`)
    .refine(printable, "must not contain control characters or halves of surrogate pairs");

/** Text that ends up in headers and titles: no line breaks. */
export const line = (min: number, max: number) =>
  text(min, max).refine((value) => !/[\r\n\t]/.test(value), "must be a single line");

/** A path or body id. */
export const Id = z
  .guid("must be a UUID")
  .transform((id) => id.toLowerCase())
  .meta({
    override: shown({ type: "string", format: "uuid" }),
    example: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
  });

/** An e-mail address as an invitee types it. */
export const Email = line(1, 254)
  .pipe(z.email("must be an e-mail address"))
  .meta({
    override: shown({ type: "string", format: "email", maxLength: 254 }),
    example: "ada@example.com",
  });

/** An IANA zone name. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin")
  .meta({ example: "Europe/Berlin" });

const noInstant = "must be an RFC 3339 instant such as 2026-03-01T10:00:00Z";

/** RFC 3339 with any offset → epoch milliseconds. */
export const InstantInput = z
  .string()
  .max(40, noInstant)
  .transform((value, context) => {
    const atMs = parseInstant(value);
    if (atMs === null) {
      context.addIssue(noInstant);
      return z.NEVER;
    }
    return atMs;
  })
  .meta({
    override: shown({ type: "string", format: "date-time" }),
    example: "2026-03-02T15:00:00.000Z",
  });

/** An instant on the wire: UTC, milliseconds, Z. */
export const Instant = z.string().meta({
  override: shown({ type: "string", format: "date-time" }),
  example: "2026-03-02T15:00:00.000Z",
});

/** A stored instant as the wire says it. */
export const instant = (at: Date): string => formatInstant(at.getTime());
export const instantOrNull = (at: Date | null): string | null => (at === null ? null : instant(at));

/** YYYY-MM-DD, a date that exists. */
export const CivilDate = z
  .string()
  .max(10)
  .refine(isCivilDate, "must be a date that exists, as YYYY-MM-DD")
  .meta({ override: shown({ type: "string", format: "date" }), example: "2026-03-02" });

/** HH:MM or HH:MM:SS → seconds of the day; `24:00` only where a window may end. */
export const timeOfDay = (options: { allow24: boolean }) =>
  z
    .string()
    .max(8)
    .transform((value, context) => {
      const seconds = parseTimeOfDay(value, options);
      if (seconds === null) {
        context.addIssue(`must be a time of day, HH:MM${options.allow24 ? ", at most 24:00" : ""}`);
        return z.NEVER;
      }
      return seconds;
    })
    .meta({
      override: shown({ type: "string", pattern: "^\\d{2}:\\d{2}(:\\d{2})?$" }),
      example: "09:00:00",
    });

/** A whole number that REST brings as text and the dashboard as a number. `1e1`, ` 1`, `-0` are refused, never clamped. */
export const queryInteger = (min: number, max: number) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^(0|[1-9]\d{0,8})$/)
          .transform(Number),
      ],
      {
        error: `must be a whole number from ${min} to ${max}`,
      },
    )
    .pipe(
      z
        .int(`must be a whole number from ${min} to ${max}`)
        .min(min, `must be at least ${min}`)
        .max(max, `must be at most ${max}`),
    )
    .meta({ override: shown({ type: "integer", minimum: min, maximum: max }) });

export const queryBoolean = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")], {
    error: "must be true or false",
  })
  .pipe(z.boolean())
  .meta({ override: shown({ type: "boolean" }) });

/** Input fields of every list. */
export const listInput = {
  limit: queryInteger(1, 100)
    .optional()
    .describe("How many to return: 1 to 100, 20 when left out."),
  starting_after: Id.optional().describe("The `id` of the last row of the page before."),
};

export const defaultLimit = 20;

/** A page of a list. */
export const list = <Row extends z.ZodType>(row: Row) =>
  z.object({
    data: z.array(row),
    has_more: z.boolean().describe("Whether rows follow after the last of these."),
  });

/** Cuts `limit + 1` rows that were read to a page of `limit`. */
export const page = <Row>(rows: Row[], limit: number): { data: Row[]; has_more: boolean } => ({
  data: rows.slice(0, limit),
  has_more: rows.length > limit,
});

/** Who did something. */
export const Actor = z.object({
  type: z.enum(["user", "api_key", "service", "invitee", "system"]),
  id: z
    .string()
    .nullable()
    .meta({ override: shown({ type: ["string", "null"], format: "uuid" }) }),
  name: z.string(),
});
