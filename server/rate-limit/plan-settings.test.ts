import { expect, test } from "vitest";
import { plansFromText } from "./plan-settings";

test.each([
  ["", {}],
  ["  ", {}],
  ["{}", {}],
  ['{"free": {"per_minute": 600, "per_day": null}}', { free: { per_minute: 600, per_day: null } }],
  ['{"scale": {"bookings_per_month": 1}}', { scale: { bookings_per_month: 1 } }],
])("plans are set by %s", (text, plans) => {
  expect(plansFromText.parse(text)).toEqual(plans);
});

test.each([
  ["free", "must be JSON such as"],
  ["[]", "must be JSON such as"],
  ['{"gold": {}}', "must be JSON such as"],
  ['{"free": {"per_minute": 0}}', "free.per_minute"],
  ['{"free": {"per_minute": "600"}}', "free.per_minute"],
  ['{"free": {"per_minute": 1.5}}', "free.per_minute"],
  ['{"free": {"per_hour": 5}}', "free: "],
])("plans are not set by %s", (text, sentence) => {
  const { error } = plansFromText.safeParse(text);
  expect(error?.issues[0]?.message).toContain(sentence);
});
