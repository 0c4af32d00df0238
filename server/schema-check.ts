import { prisma } from "./db";

/** What the database must hold by itself: named in the first migration, by hand. */
const required = [
  "allocations_no_double_booking",
  "allocations_seats_within_capacity",
  "allocations_time_runs_forward",
  "availability_rules_no_overlap",
  "bookings_cancelled_says_when",
];

/** @throws when a constraint that a guarantee rests on is missing: better no server than one that double-books. */
export async function requireConstraints(): Promise<void> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT conname AS name FROM pg_constraint WHERE convalidated AND conname = ANY(${required}::text[])
    UNION SELECT tgname FROM pg_trigger WHERE tgname = 'events_append_only' AND tgenabled <> 'D'`;
  const present = new Set(rows.map((row) => row.name));
  const missing = [...required, "events_append_only"].filter((name) => !present.has(name));
  if (missing.length > 0) {
    throw new Error(
      `The database lacks constraints that Astrocal relies on: ${missing.join(", ")}. Run \`npm run admin -- migrate\`.`,
    );
  }
}
