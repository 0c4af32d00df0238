import { beforeAll, describe, expect, test } from "vitest";
import type { EventType } from "../event-types/schema";
import {
  dateAhead,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { problemOf } from "../testing/refusals";
import { ok } from "../testing/rest";

let organization: TestOrganization;
let type: EventType;
beforeAll(async () => {
  organization = await newOrganization();
  type = await newEventType(organization.live, { duration_options: [30, 60] });
});

type Fields = Record<string, unknown>;
const rule = { day_of_week: 1, start_time: "09:00", end_time: "17:00" };
const window = { start_time: "09:00", end_time: "17:00" };
const override = (date: string, windows: unknown = []) => ({ date, windows });
const zones = ["", "Mars/Olympus", "europe/berlin", "CEST", "+02:00", "UTC\u0000", "x".repeat(65)];

const wrongTimes = [
  "9:00",
  "09:60",
  "24:01",
  "25:00",
  "09:00:60",
  "09",
  "09:00Z",
  " 09:00",
  "0900",
  "",
  "09:00:00.0",
];

const wrong: [fields: Fields, says: string | RegExp, at: string][] = [
  ...zones.map((timezone): [Fields, RegExp, string] => [{ timezone }, /IANA|64/, "timezone"]),
  [{ timezone: null }, "must be of type string", "timezone"],
  [{ timezone: undefined }, "is required", "timezone"],
  [{ rules: undefined }, "is required", "rules"],
  [{ rules: null }, "must be of type array", "rules"],
  [{ rules: {} }, "must be of type array", "rules"],
  [{ rules: Array.from({ length: 169 }, () => rule) }, "at most 168 windows", "rules"],
  [{ rules: [null] }, "must be of type object", "rules.0"],
  [{ rules: [{}] }, /0 to 6/, "rules.0.day_of_week"],
  [{ rules: [{ ...rule, day_of_week: 7 }] }, "0 to 6", "rules.0.day_of_week"],
  [{ rules: [{ ...rule, day_of_week: -1 }] }, "0 to 6", "rules.0.day_of_week"],
  [{ rules: [{ ...rule, day_of_week: 1.5 }] }, "0 to 6", "rules.0.day_of_week"],
  [{ rules: [{ ...rule, day_of_week: "monday" }] }, "0 to 6", "rules.0.day_of_week"],
  [{ rules: [{ ...rule, id: "x" }] }, "is not a known field", "rules.0.id"],
  [{ rules: [rule, { ...rule, start_time: "24:00" }] }, "time of day", "rules.1.start_time"],
  ...wrongTimes.map((time): [Fields, RegExp, string] => [
    { rules: [{ ...rule, end_time: time }] },
    /time of day|8/,
    "rules.0.end_time",
  ]),
  [{ rules: [{ ...rule, end_time: 17 }] }, "must be of type string", "rules.0.end_time"],
  [{ rules: [{ ...rule, end_time: "09:00" }] }, "after start_time", "rules.0.end_time"],
  [{ rules: [{ ...rule, end_time: "08:59:59" }] }, "after start_time", "rules.0.end_time"],
  [{ rules: [{ ...rule, end_time: "00:00" }] }, "after start_time", "rules.0.end_time"],
  [{ rules: [rule, rule] }, "must not overlap (day_of_week 1)", "rules"],
  [{ rules: [rule, { ...rule, start_time: "16:59:59", end_time: "18:00" }] }, "overlap", "rules"],
  [{ overrides: null }, "must be of type array", "overrides"],
  [{ overrides: [override("2026-02-30")] }, "date that exists", "overrides.0.date"],
  [{ overrides: [override("2027-02-29")] }, "date that exists", "overrides.0.date"],
  [{ overrides: [override("2026-2-3")] }, "date that exists", "overrides.0.date"],
  [{ overrides: [override("2026-12-24T00:00:00Z")] }, /./, "overrides.0.date"],
  [{ overrides: [override("1969-12-31")] }, "date that exists", "overrides.0.date"],
  [
    { overrides: [override("2026-12-24"), override("2026-12-24")] },
    "not repeat a date",
    "overrides",
  ],
  [{ overrides: [override("2026-12-24", null)] }, "type array", "overrides.0.windows"],
  [{ overrides: [override("2026-12-24", [window, window])] }, "overlap", "overrides.0.windows"],
  [
    { overrides: [override("2026-12-24", [{ ...window, end_time: "08:00" }])] },
    "after start_time",
    "overrides.0.windows.0.end_time",
  ],
  [
    { overrides: [override("2026-12-24", [{ ...window, day_of_week: 1 }])] },
    "is not a known field",
    "overrides.0.windows.0.day_of_week",
  ],
  [
    {
      overrides: [
        override(
          "2026-12-24",
          Array.from({ length: 49 }, () => window),
        ),
      ],
    },
    "at most 48 windows",
    "overrides.0.windows",
  ],
  [{ overrides: [{ date: "2026-12-24" }] }, "is required", "overrides.0.windows"],
  [
    { overrides: Array.from({ length: 1001 }, (_, index) => override(dateAhead(index))) },
    "at most 1000 dates",
    "overrides",
  ],
  [{ overrides: [{ ...override("2026-12-24"), note: "x" }] }, "known field", "overrides.0.note"],
  [{ event_type_id: "x" }, "is not a known field", "event_type_id"],
  [{ created_at: "x" }, "is not a known field", "created_at"],
];

describe("replacing the rules", () => {
  const replace = (fields: Fields) => ({
    key: organization.live,
    id: type.id,
    body: { timezone: "UTC", rules: [], ...fields },
  });

  test.each(wrong)("refuses %j: %s", async (fields, says, at) => {
    const problem = await problemOf(organization, "availability.replaceRules", replace(fields), at);
    expect(problem).toMatch(says);
  });

  test("gives back what was sent: times to the second, days and dates in order, 24:00 as an end", async () => {
    const { live: key } = await newOrganization();
    const own = await newEventType(key);
    const body = {
      timezone: "Pacific/Apia",
      rules: [
        { day_of_week: 6, start_time: "00:00", end_time: "24:00" },
        { day_of_week: 1, start_time: "13:30", end_time: "17:00" },
        { day_of_week: 1, start_time: "09:00:01", end_time: "13:30" },
      ],
      overrides: [
        { date: "2027-12-24", windows: [] },
        { date: "2026-12-24", windows: [{ start_time: "10:00", end_time: "24:00:00" }] },
      ],
    };
    const replaced = await ok("availability.replaceRules", { key, id: own.id, body });
    expect(replaced).toMatchObject({
      event_type_id: own.id,
      timezone: "Pacific/Apia",
      rules: [
        { day_of_week: 1, start_time: "09:00:01", end_time: "13:30:00" },
        { day_of_week: 1, start_time: "13:30:00", end_time: "17:00:00" },
        { day_of_week: 6, start_time: "00:00:00", end_time: "24:00:00" },
      ],
      overrides: [
        { date: "2026-12-24", windows: [{ start_time: "10:00:00", end_time: "24:00:00" }] },
        { date: "2027-12-24", windows: [] },
      ],
    });
    expect(await ok("availability.getRules", { key, id: own.id })).toEqual(replaced);
    expect((await ok("eventTypes.get", { key, id: own.id })).timezone).toBe("Pacific/Apia");
    const closed = await ok("availability.replaceRules", {
      key,
      id: own.id,
      body: { timezone: "UTC", rules: [] },
    });
    expect(closed).toMatchObject({ timezone: "UTC", rules: [], overrides: [] });
  });
});

describe("listing slots", () => {
  const valid = () => ({ event_type_id: type.id, start: dateAhead(1), end: dateAhead(2) });
  const wrongQueries: [fields: Record<string, string>, says: string | RegExp, at: string][] = [
    [{ event_type_id: "1" }, "must be a UUID", "event_type_id"],
    ...["start", "end"].flatMap((field) =>
      [
        "2026-02-30",
        "2027-02-29",
        "2026-13-01",
        "26-01-01",
        "tomorrow",
        "",
        "2026-01-01T00:00:00Z",
      ].map((date): [Record<string, string>, RegExp, string] => [
        { [field]: date },
        /date that exists|10/,
        field,
      ]),
    ),
    [{ start: dateAhead(3) }, "must not be before start", "end"],
    [{ end: dateAhead(32) }, "at most 31 days", "end"],
    ...zones.map((timezone): [Record<string, string>, RegExp, string] => [
      { timezone },
      /IANA|64/,
      "timezone",
    ]),
    ...["4", "481", "30.0", "1e1", " 30", "-0", "+30", "abc", ""].map(
      (duration): [Record<string, string>, RegExp, string] => [{ duration }, /must be/, "duration"],
    ),
    [{ limit: "10" }, "is not a known field", "limit"],
    [{ explained: "true" }, "is not a known field", "explained"],
  ];
  test.each(wrongQueries)("refuses %j: %s", async (fields, says, at) => {
    const options = { query: { ...valid(), ...fields } };
    expect(await problemOf(organization, "availability.list", options, at)).toMatch(says);
  });

  test.each(["event_type_id", "start", "end"])("needs %s", async (field) => {
    const query = Object.fromEntries(Object.entries(valid()).filter(([name]) => name !== field));
    const problem = await problemOf(organization, "availability.list", { query }, field);
    expect(problem).toMatch(/is required|must be a UUID/);
  });

  test.each([
    ["31 days, both ends included", dateAhead(1), dateAhead(31), 31 * 48],
    ["one day", dateAhead(1), dateAhead(1), 48],
    ["the past", "1970-01-01", "1970-01-31", 0],
    ["the end of time, which the last slot would touch", "9999-12-31", "9999-12-31", 47],
  ])("takes %s", async (_, start, end, count) => {
    const { slots } = await ok("availability.list", { query: { ...valid(), start, end } });
    expect(slots).toHaveLength(count);
  });

  test("offers the same instants whatever the caller's zone; the range is what moves", async () => {
    const day = { start: dateAhead(5), end: dateAhead(5) };
    const inZone = async (timezone: string) => {
      const query = { ...valid(), ...day, timezone };
      return (await ok("availability.list", { query })).slots.map((slot) => slot.start_time);
    };
    const utc = await inZone("UTC");
    const tokyo = await inZone("Asia/Tokyo");
    expect(tokyo).toHaveLength(48);
    const shared = tokyo.filter((start) => utc.includes(start));
    expect(shared).toHaveLength(30);
    expect(tokyo[0]).toBe(`${dateAhead(4)}T15:00:00.000Z`);
  });
});
