import { describe, expect, test } from "vitest";
import { pool } from "./db";
import { requireConstraints } from "./schema-check";

// This file has a database of its own, and each test leaves it as it was.
describe("a server", () => {
  test("serves a database that has every constraint it relies on", async () => {
    await expect(requireConstraints()).resolves.toBeUndefined();
  });

  const constraints = [
    ["allocations", "allocations_no_double_booking"],
    ["allocations", "allocations_seats_within_capacity"],
    ["allocations", "allocations_time_runs_forward"],
    ["availability_rules", "availability_rules_no_overlap"],
    ["bookings", "bookings_cancelled_says_when"],
  ] as const;
  test.each(constraints)("refuses to serve when %s lacks %s", async (table, name) => {
    const { rows } = await pool.query<{ definition: string }>(
      "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1",
      [name],
    );
    await pool.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await expect(requireConstraints()).rejects.toThrow(name);
    await pool.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${rows[0]?.definition}`);
    await expect(requireConstraints()).resolves.toBeUndefined();
  });

  test("refuses to serve when a constraint holds for new rows only", async () => {
    const name = "bookings_cancelled_says_when";
    await pool.query(`ALTER TABLE bookings DROP CONSTRAINT ${name}`);
    const check = "CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))";
    await pool.query(`ALTER TABLE bookings ADD CONSTRAINT ${name} ${check} NOT VALID`);
    await expect(requireConstraints()).rejects.toThrow(name);
    await pool.query(`ALTER TABLE bookings VALIDATE CONSTRAINT ${name}`);
    await expect(requireConstraints()).resolves.toBeUndefined();
  });

  test("refuses to serve when events can be rewritten", async () => {
    await pool.query("ALTER TABLE events DISABLE TRIGGER events_append_only");
    await expect(requireConstraints()).rejects.toThrow("events_append_only");
    await pool.query("ALTER TABLE events ENABLE TRIGGER events_append_only");
    await pool.query("ALTER TRIGGER events_append_only ON events RENAME TO something_else");
    await expect(requireConstraints()).rejects.toThrow("events_append_only");
    await pool.query("ALTER TRIGGER something_else ON events RENAME TO events_append_only");
    await expect(requireConstraints()).resolves.toBeUndefined();
  });
});
