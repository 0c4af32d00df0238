import { expect, test } from "vitest";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { ok } from "../testing/rest";
import type { Scope } from "../scope";
import { listBookings } from "./read";

/** Ids of every page of two, in the order they come in. */
async function allPages(scope: Scope, order: "asc" | "desc", afterFirst = async () => {}) {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const { data, has_more: more } = await listBookings(scope, {
      limit: 2,
      order,
      ...(cursor === undefined ? {} : { starting_after: cursor }),
    });
    ids.push(...data.map(({ id }) => id));
    if (cursor === undefined) await afterFirst();
    cursor = data.at(-1)?.id;
    if (!more) return ids;
  }
}

/** Bookings at 10:00 on these days ahead; two of one day start at the same instant. */
async function organizationWith(days: number[]) {
  const organization = await newOrganization();
  const { id } = await newEventType(organization.live, { max_attendees: 10 });
  const book = async (day: number) => {
    const body = bookingOf(id, ahead(day));
    return (await ok("bookings.create", { key: organization.live, body })).id;
  };
  const ids: string[] = [];
  for (const day of days) ids.push(await book(day));
  return { scope: organization.scope, ids, book };
}

test("soonest first is the exact reverse of latest first, also where bookings start together", async () => {
  const { scope, ids } = await organizationWith([5, 3, 3, 3, 4]);
  const [a, b, c, d, e] = ids;
  expect(await allPages(scope, "asc")).toEqual([b, c, d, e, a]);
  expect(await allPages(scope, "desc")).toEqual([a, e, d, c, b]);
});

test("a booking made while pages are read neither repeats nor hides another", async () => {
  const { scope, ids, book } = await organizationWith([3, 4, 5, 6]);
  const read = await allPages(scope, "asc", async () => {
    await book(2);
  });
  expect(read).toEqual(ids);
});

test("a list that names no order begins with the latest start", async () => {
  const { scope, ids } = await organizationWith([3, 4]);
  const { data } = await listBookings(scope, {});
  expect(data.map(({ id }) => id)).toEqual(ids.toReversed());
});
