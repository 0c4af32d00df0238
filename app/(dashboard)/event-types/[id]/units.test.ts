import { describe, expect, it } from "vitest";
import { inUnits, showMinutes, unitMinutes } from "./units";

describe("minutes in a larger unit", () => {
  it.each([
    [0, { amount: 0, unit: "hours" }],
    [5, { amount: 5, unit: "minutes" }],
    [60, { amount: 1, unit: "hours" }],
    [90, { amount: 90, unit: "minutes" }],
    [1440, { amount: 1, unit: "days" }],
    [2160, { amount: 36, unit: "hours" }],
    [43_200, { amount: 30, unit: "days" }],
  ] as const)("%d are %o", (minutes, said) => expect(inUnits(minutes)).toEqual(said));

  it("are as many minutes as before", () => {
    const all = Array.from({ length: 43_201 }, (_, minutes) => minutes);
    const lossy = all.filter((minutes) => {
      const { amount, unit } = inUnits(minutes);
      return !Number.isInteger(amount) || amount * unitMinutes[unit] !== minutes;
    });
    expect(lossy).toEqual([]);
    expect(inUnits(43_199)).toEqual({ amount: 43_199, unit: "minutes" });
  });

  it("are said in the singular for one", () => {
    expect(showMinutes(60)).toBe("1 hour");
    expect(showMinutes(2880)).toBe("2 days");
  });
});
