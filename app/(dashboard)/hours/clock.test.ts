import { describe, expect, it } from "vitest";
import { clockChoices, clockMinutes, clockOf, clockSpan, readClock, showClock } from "./clock";

describe("what a person types for a time of day", () => {
  it.each([
    ["9", "09:00"],
    ["09", "09:00"],
    ["930", "09:30"],
    ["0930", "09:30"],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["9h", "09:00"],
    ["9h30", "09:30"],
    ["17:00", "17:00"],
    ["9am", "09:00"],
    [" 9:05 PM ", "21:05"],
    ["9 p.m.", "21:00"],
    ["5p", "17:00"],
    ["12 am", "00:00"],
    ["12pm", "12:00"],
    ["noon", "12:00"],
    ["midnight", "00:00"],
    ["0", "00:00"],
  ])("as a start, %j is %s", (text, clock) => expect(readClock(text, "start")).toBe(clock));

  it.each(["", "nine", "25", "9:60", "13pm", "0am", "24:01", "9:5", "-1", "9:30:15", "24:00"])(
    "as a start, %j is none",
    (text) => expect(readClock(text, "start")).toBeNull(),
  );

  it.each([
    ["5", "17:00"],
    ["530", "17:30"],
    ["10", "10:00"],
    ["5am", "05:00"],
    ["12", "12:00"],
    ["24:00", "24:00"],
    ["24", "24:00"],
    ["0", "24:00"],
    ["12am", "24:00"],
    ["midnight", "24:00"],
    ["18", "18:00"],
  ])("as the end of what starts at 9, %j is %s", (text, clock) =>
    expect(readClock(text, "end", "09:00")).toBe(clock),
  );

  it("as the end of what starts in the afternoon, an earlier hour stays a mistake", () => {
    expect(readClock("11", "end", "12:00")).toBe("23:00");
    expect(readClock("5", "end", "18:00")).toBe("05:00");
    expect(readClock("13", "end", "18:00")).toBe("13:00");
  });
});

describe("a time of day", () => {
  it.each([
    ["00:00", "12:00 AM"],
    ["09:05", "9:05 AM"],
    ["12:00", "12:00 PM"],
    ["17:30", "5:30 PM"],
    ["09:00:30", "9:00:30 AM"],
    ["24:00", "Midnight"],
    ["soon", "soon"],
  ])("%s is shown as %s", (clock, shown) => expect(showClock(clock)).toBe(shown));

  it("is read back as it is shown, at every minute of the day", () => {
    const minutes = Array.from({ length: 24 * 60 }, (_, minute) => clockOf(minute));
    expect(minutes.map((clock) => readClock(showClock(clock), "start"))).toEqual(minutes);
    expect(readClock(showClock("24:00"), "end", "23:00")).toBe("24:00");
  });

  it("has minutes when it is one", () => {
    expect(clockMinutes("24:00")).toBe(1440);
    expect([clockMinutes("24:01"), clockMinutes("9:00"), clockMinutes("")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is offered by half hours, ends after their start only", () => {
    expect(clockChoices("start")).toHaveLength(48);
    expect(clockChoices("end", "22:45")).toEqual(["23:00", "23:30", "24:00"]);
    expect(clockChoices("end", "soon")).toHaveLength(48);
  });

  it("is some way from another", () => {
    expect(clockSpan("09:00", "17:00")).toBe("8 h");
    expect(clockSpan("09:00", "10:30")).toBe("1 h 30 min");
    expect(clockSpan("09:00", "09:15")).toBe("15 min");
    expect(clockSpan("09:00", "09:00")).toBe("");
  });
});
