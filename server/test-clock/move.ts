import { type Db, prisma, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { formatInstant } from "../time";
import type { Scope } from "../scope";
import type { MoveTestClock, TestClock } from "./schema";

/** As far as time can be moved ahead: five years. */
const maxAheadMs = 5 * 366 * 86_400_000;

/** The time of the caller's test side. @throws forbidden for a live caller */
export async function getTestClock(scope: Scope): Promise<TestClock> {
  requireTest(scope);
  return clockAt(scope, await offsetOf(prisma, scope));
}

/**
 * Moves the test side's time ahead: availability, notice, booking window and what an invitee may still change follow at
 * once. It never goes back but to the real time (`resetTestClock`).
 * @throws forbidden for a live caller; validation_error for a time that lies before the test side's, or too far ahead
 */
export async function moveTestClock(scope: Scope, input: MoveTestClock): Promise<TestClock> {
  requireTest(scope);
  return await transaction(async (tx) => {
    const before = await offsetOf(tx, scope, { lock: true });
    const after =
      input.now === undefined
        ? before + (input.advance_minutes ?? 0) * 60_000
        : input.now - scope.nowMs;
    if (after < before || after > maxAheadMs) {
      const field = input.now === undefined ? "advance_minutes" : "now";
      const problem =
        after < before
          ? "must not lie before the test side's time; DELETE /v1/test-clock returns to the real one"
          : "must not lead further than five years ahead";
      throw new AppError("validation_error", `${field} ${problem}`, {
        details: { [field]: problem },
      });
    }
    await setOffset(tx, scope, before, after);
    return clockAt(scope, after);
  });
}

/** Returns the test side to the real time. @throws forbidden for a live caller */
export async function resetTestClock(scope: Scope): Promise<void> {
  requireTest(scope);
  await transaction(async (tx) => {
    await setOffset(tx, scope, await offsetOf(tx, scope, { lock: true }), 0);
  });
}

function requireTest({ isTest }: Scope): void {
  if (!isTest) {
    throw new AppError("forbidden", "Only the test side has a clock that moves. Use a test key.");
  }
}

async function offsetOf(db: Db, scope: Scope, { lock = false } = {}): Promise<number> {
  if (lock) {
    await db.$executeRaw`SELECT id FROM organizations WHERE id = ${scope.organizationId}::uuid FOR NO KEY UPDATE`;
  }
  const { testClockOffsetMs } = await db.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { testClockOffsetMs: true },
  });
  return Number(testClockOffsetMs);
}

async function setOffset(tx: Db, scope: Scope, before: number, after: number): Promise<void> {
  const { organizationId, nowMs } = scope;
  await tx.organization.update({
    where: { id: organizationId },
    data: { testClockOffsetMs: BigInt(after) },
  });
  const [from, to] = [formatInstant(nowMs + before), formatInstant(nowMs + after)];
  await recordEvent(tx, scope, {
    action: "test_clock.moved",
    resourceType: "organization",
    resourceId: organizationId,
    summary:
      after === 0 ? "Returned the test clock to the real time" : `Moved the test clock to ${to}`,
    changes: { now: { before: from, after: to } },
  });
}

const clockAt = ({ nowMs }: Scope, offsetMs: number): TestClock => ({
  now: formatInstant(nowMs + offsetMs),
  is_real: offsetMs === 0,
  ahead_minutes: Math.round(offsetMs / 60_000),
});
