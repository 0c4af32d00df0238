import { z } from "zod";
import { tiers } from "../organizations/schema";

const Limit = z.int().min(1).max(1_000_000_000).nullable().optional();

const PlanSettings = z.partialRecord(
  z.enum(tiers),
  z.strictObject({ per_minute: Limit, per_day: Limit, bookings_per_month: Limit }),
);

const example = '{"free": {"per_minute": 600, "per_day": null}}';

/** `ASTROCAL_PLANS`: limits that replace those of the tiers named, as JSON; null is no limit. */
export const plansFromText = z.string().transform((text, context) => {
  const settings = PlanSettings.safeParse(text.trim() === "" ? {} : jsonOf(text));
  if (settings.success) {
    return settings.data;
  }
  const [issue] = settings.error.issues;
  const where = issue?.path.join(".") ?? "";
  context.addIssue(
    `must be JSON such as ${example}${where === "" ? "" : `; ${where}: ${issue?.message ?? ""}`}`,
  );
  return z.NEVER;
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
