import { expect, test } from "vitest";
import { refusedCalls } from "./refused";

const day = (date: string, rate_limited: number) => ({ date, rate_limited });

test("without a refused call there is nothing to say", () => {
  expect(refusedCalls([])).toBeNull();
  expect(refusedCalls([day("2026-11-23", 0), day("2026-11-24", 0)])).toBeNull();
});

test("refused calls are added up, and the worst day is named, the first of equals", () => {
  const daily = [day("2026-11-22", 3), day("2026-11-23", 0), day("2026-11-24", 9)];
  const worst = daily[2];
  expect(refusedCalls(daily)).toEqual({ total: 12, worst, days: 2 });
  const equal = [day("2026-11-22", 3), day("2026-11-23", 3)];
  expect(refusedCalls(equal)?.worst).toBe(equal[0]);
});
