import { expect, test } from "vitest";
import type { Calendar } from "@/server/calendars/schema";
import { byMember } from "./by-member";

const calendar = (id: string, member_id: string): Calendar => ({
  id,
  member_id,
  provider: "google",
  calendar_id: null,
  account_email: "ada@example.com",
  connected_at: "2026-11-01T00:00:00.000Z",
  status: "connected",
  last_sync_at: null,
  sync_status: "ok",
  sync_error: null,
  provider_metadata: { server_url: null, calendars: [] },
});

const names = new Map([
  ["grace", "Grace Hopper"],
  ["charles", "Charles Babbage"],
]);

test("one's own accounts come first, then the others' by name", () => {
  const found = byMember(
    [calendar("1", "grace"), calendar("2", "ada"), calendar("3", "charles"), calendar("4", "ada")],
    "ada",
    names,
  );
  expect(found.map(({ name, calendars }) => [name, calendars.map(({ id }) => id)])).toEqual([
    [null, ["2", "4"]],
    ["Charles Babbage", ["3"]],
    ["Grace Hopper", ["1"]],
  ]);
});

test("whoever has connected none is shown that", () => {
  const [own] = byMember([calendar("1", "grace")], "ada", names);
  expect(own).toEqual({ memberId: "ada", name: null, calendars: [] });
});
