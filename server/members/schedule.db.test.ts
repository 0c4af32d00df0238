import { beforeEach, expect, test } from "vitest";
import {
  bookingOf,
  dateAhead,
  newEventType,
  newMember,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { call, ok, refused } from "../testing/rest";

let organization: TestOrganization;
let key: string;
beforeEach(async () => {
  organization = await newOrganization();
  key = organization.live;
});

const date = dateAhead(4);
const slotsOf = async (typeId: string) => {
  const query = { event_type_id: typeId, start: date, end: date, timezone: "UTC", explain: true };
  const { slots, explanations } = await ok("availability.list", { key, query });
  return {
    times: slots.map(({ start_time }) => start_time.slice(11, 16)),
    reasons: new Set((explanations ?? []).map(({ reason }) => reason)),
  };
};
/** The date's hours alone; every other day of the week is free of them. */
const onDate = (windows: { start_time: string; end_time: string }[]) => ({
  timezone: "UTC",
  rules: null,
  overrides: [{ date, windows }],
});
const morning = [{ start_time: "10:00", end_time: "11:00" }];
const evening = [{ start_time: "18:00", end_time: "19:00" }];

async function plan(id: string, body: object) {
  return await ok("members.replaceSchedule", { key, id, body });
}

test("a member without hours of their own has none, and what is set is told as it was", async () => {
  const { memberId: id } = organization;
  expect(await ok("members.getSchedule", { key, id })).toMatchObject({
    member_id: id,
    rules: null,
    overrides: [],
  });
  const body = {
    timezone: "Asia/Tokyo",
    rules: [
      { day_of_week: 2, start_time: "13:00", end_time: "24:00" },
      { day_of_week: 1, start_time: "09:00", end_time: "12:00" },
    ],
    overrides: [{ date: "2030-01-01", windows: [] }],
  };
  const set = await plan(id, body);
  expect(set).toEqual({
    member_id: id,
    timezone: "Asia/Tokyo",
    rules: [
      { day_of_week: 1, start_time: "09:00:00", end_time: "12:00:00" },
      { day_of_week: 2, start_time: "13:00:00", end_time: "24:00:00" },
    ],
    overrides: [{ date: "2030-01-01", windows: [] }],
  });
  expect(await ok("members.getSchedule", { key, id })).toEqual(set);
});

test("a time is offered, booked and moved only within the hours of the type and of its host", async () => {
  const type = await newEventType(key, { buffer_before_minutes: 15, buffer_after_minutes: 15 });
  const all = (await slotsOf(type.id)).times;
  await plan(organization.memberId, onDate([{ start_time: "10:00", end_time: "12:00" }]));
  const { times, reasons } = await slotsOf(type.id);
  // Buffers may reach over the edge, as over that of the type's own hours.
  expect(times).toEqual(all.filter((time) => time >= "10:00" && time <= "11:30"));
  expect(times.length).toBeGreaterThan(0);
  expect(reasons).toContain("host_hours");

  const outside = all.find((time) => time >= "12:00") ?? "";
  const body = bookingOf(type.id, `${date}T${outside}:00Z`);
  expect(await refused("bookings.create", { key, body })).toMatchObject({
    code: "conflict",
    details: { start_time: "host_hours" },
  });
  const first = bookingOf(type.id, `${date}T${times[0]}:00Z`);
  const { id } = await ok("bookings.create", { key, body: first });
  const moved = { new_start_time: `${date}T${outside}:00Z` };
  expect(await refused("bookings.reschedule", { key, id, body: moved })).toMatchObject({
    code: "conflict",
  });
});

test("each time goes to the host whose hours it lies in, and a day off takes no booking away", async () => {
  const type = await newEventType(key);
  const [early, late] = [await newMember(organization, "Early"), await newMember(organization)];
  for (const id of [early, late]) {
    await ok("hosts.add", { key, id: type.id, body: { member_id: id } });
  }
  await plan(early, onDate(morning));
  await plan(late, onDate(evening));
  const { times } = await slotsOf(type.id);
  expect(times).toEqual(["10:00", "10:30", "18:00", "18:30"]);
  const made = await Promise.all(
    times.map((time) =>
      ok("bookings.create", { key, body: bookingOf(type.id, `${date}T${time}:00Z`) }),
    ),
  );
  expect(made.map(({ assigned_host }) => assigned_host?.member_id)).toEqual([
    early,
    early,
    late,
    late,
  ]);
  await plan(early, onDate([]));
  const kept = await ok("bookings.get", { key, id: made[0]?.id ?? "" });
  expect(kept.status).toBe("confirmed");
});

test("hours that cannot be are refused by field", async () => {
  const { memberId: id } = organization;
  const wrong: [object, string][] = [
    [{ timezone: "Mars/Base", rules: null }, "timezone"],
    [{ timezone: "UTC" }, "rules"],
    [
      { timezone: "UTC", rules: [{ day_of_week: 7, start_time: "09:00", end_time: "10:00" }] },
      "rules.0.day_of_week",
    ],
    [
      { timezone: "UTC", rules: null, overrides: [{ date: "2026-02-30", windows: [] }] },
      "overrides.0.date",
    ],
    [
      { ...onDate([...morning, { start_time: "10:30", end_time: "12:00" }]) },
      "overrides.0.windows",
    ],
  ];
  for (const [body, field] of wrong) {
    const { details } = await refused("members.replaceSchedule", { key, id, body });
    expect(Object.keys(details ?? {})).toEqual([field]);
  }
  expect((await call("members.getSchedule", { key: organization.test, id })).status).toBe(404);
});
