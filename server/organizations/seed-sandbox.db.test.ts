import { expect, test } from "vitest";
import { prisma } from "../db";
import { newOrganization } from "../testing/factories";
import { call, ok } from "../testing/rest";
import { times } from "../testing/race";

test("the first request of the test side makes the Test Event, and only there", async () => {
  const { live, test: key, organizationId } = await newOrganization({ unseeded: true });
  expect((await ok("eventTypes.list", { key: live })).data).toEqual([]);
  const [event, ...others] = (await ok("eventTypes.list", { key })).data;
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    title: "Test Event",
    slug: "test-event",
    duration_minutes: 30,
    is_test: true,
    active: true,
  });
  const { rules } = await ok("availability.getRules", { key, id: event?.id ?? "" });
  expect(rules.map((rule) => [rule.day_of_week, rule.start_time, rule.end_time])).toEqual(
    [1, 2, 3, 4, 5].map((day) => [day, "09:00:00", "17:00:00"]),
  );
  const events = await prisma.event.findMany({
    where: { organizationId, isTest: true, actorType: "system" },
  });
  expect(events.map(({ action }) => action)).toEqual(["event_type.created"]);
  expect((await ok("eventTypes.list", { key: live })).data).toEqual([]);
});

test("50 first requests at once make it once, and each finds it", async () => {
  const { test: key } = await newOrganization({ unseeded: true });
  const answers = await Promise.all(times(50, () => ok("eventTypes.list", { key })));
  const ids = new Set(answers.flatMap(({ data }) => data.map(({ id }) => id)));
  expect(answers.map(({ data }) => data.length)).toEqual(times(50, () => 1));
  expect(ids.size).toBe(1);
});

test("once deleted it does not come back", async () => {
  const { test: key } = await newOrganization({ unseeded: true });
  const [event] = (await ok("eventTypes.list", { key })).data;
  await call("eventTypes.delete", { key, id: event?.id ?? "" });
  expect((await ok("eventTypes.list", { key })).data).toEqual([]);
});
