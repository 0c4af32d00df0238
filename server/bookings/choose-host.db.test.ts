import { expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import {
  addHosts,
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
} from "../testing/factories";
import { times } from "../testing/race";
import { ok } from "../testing/rest";

/** An event type of three hosts, who are there by id: where all else is equal, the first comes first. */
async function newTeam(strategy: "round_robin" | "least_booked" | "priority") {
  const organization = await newOrganization();
  const type = await newEventType(organization.live, { assignment_strategy: strategy });
  const members = await Promise.all(times(3, () => newMember(organization)));
  const [one = "", two = "", three = ""] = members.toSorted();
  await addHosts(type.id, [one, two, three]);
  return { organization, typeId: type.id, one, two, three };
}

/** Books on the given day. @returns the booking's id and host */
async function book(typeId: string, day: number) {
  const { id, assigned_host } = await ok("bookings.create", {
    body: bookingOf(typeId, ahead(day)),
  });
  return { id, host: assigned_host?.member_id };
}

async function hostsOn(typeId: string, days: number[]): Promise<(string | undefined)[]> {
  const hosts: (string | undefined)[] = [];
  for (const day of days) hosts.push((await book(typeId, day)).host);
  return hosts;
}

/** Keeps one member busy on these days, by bookings of another event type. */
async function occupy(key: string, memberId: string, days: number[]): Promise<void> {
  const { id } = await newEventType(key);
  await addHosts(id, [memberId]);
  await hostsOn(id, days);
}

test("round_robin gives each booking to whoever has been without one for longest", async () => {
  const { typeId, one, two, three } = await newTeam("round_robin");
  expect(await hostsOn(typeId, [1, 2, 3, 4, 5])).toEqual([one, two, three, one, two]);
});

test("round_robin passes over who is busy, whose turn is next then", async () => {
  const { organization, typeId, one, two, three } = await newTeam("round_robin");
  await occupy(organization.live, one, [1]);
  expect(await hostsOn(typeId, [1, 2, 3, 4])).toEqual([two, one, three, two]);
});

test("least_booked gives each booking to whoever has fewest, of whatever event type", async () => {
  const { organization, typeId, one, two, three } = await newTeam("least_booked");
  await occupy(organization.live, one, [10, 11]);
  await occupy(organization.live, two, [10]);
  expect(await hostsOn(typeId, [1, 2, 3, 4])).toEqual([three, two, three, one]);
});

test("least_booked counts no cancelled bookings, and none of more than 30 days ago", async () => {
  const { organization, typeId, one, two, three } = await newTeam("least_booked");
  expect(await hostsOn(typeId, [1, 2, 3])).toEqual([one, two, three]);
  const { id } = await book(typeId, 4);
  await ok("bookings.cancel", { key: organization.live, id });
  await prisma.allocation.updateMany({
    where: { hostId: three },
    data: { createdAt: ahead(-31) },
  });
  expect(await hostsOn(typeId, [5, 6])).toEqual([three, two]);
});

test("least_booked leaves the other mode's bookings aside", async () => {
  const { organization, typeId, one } = await newTeam("least_booked");
  await occupy(organization.test, one, [1, 2]);
  expect((await book(typeId, 3)).host).toBe(one);
});

test("priority gives every booking to the first who is free", async () => {
  const { typeId, one, two, three } = await newTeam("priority");
  expect(await hostsOn(typeId, [1, 1, 1, 2, 2])).toEqual([one, two, three, one, two]);
});

test("priority lets hosts of one number take turns", async () => {
  const { organization, typeId, one, two, three } = await newTeam("priority");
  const fourth = await newMember(organization);
  await prisma.eventTypeHost.updateMany({ where: { memberId: one }, data: { priority: 9 } });
  await prisma.eventTypeHost.updateMany({ where: { memberId: two }, data: { priority: 5 } });
  await prisma.eventTypeHost.updateMany({ where: { memberId: three }, data: { priority: 5 } });
  const late = { id: newId(), eventTypeId: typeId, memberId: fourth, priority: 9 };
  await prisma.eventTypeHost.create({ data: late });
  expect(await hostsOn(typeId, [1, 2, 3, 4])).toEqual([two, three, two, three]);
});
