import type { z } from "zod";
import { type Db, prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { bookingInclude, readBookingResource } from "./resource";
import { accessBooking, type Caller } from "./access";
import type { Booking, BookingId, BookingList, ListBookings } from "./schema";

/** @throws not_found */
export async function readBooking(
  db: Db,
  id: string,
  options: { withToken: boolean },
): Promise<Booking> {
  const row = await db.booking.findUnique({ where: { id }, include: bookingInclude });
  if (row === null) {
    throw notFound("Booking");
  }
  return readBookingResource(row, options);
}

/**
 * The bookings of the caller's organization and mode, the latest start first unless `order` says otherwise.
 * @throws validation_error for an unknown cursor.
 */
export async function listBookings(
  scope: Scope,
  input: z.output<typeof ListBookings>,
): Promise<z.infer<typeof BookingList>> {
  const limit = input.limit ?? defaultLimit;
  const order = input.order ?? "desc";
  const mine = { organizationId: scope.organizationId, isTest: scope.isTest };
  const rows = await prisma.booking.findMany({
    where: { AND: [mine, filters(input), await afterCursor(mine, input.starting_after, order)] },
    include: bookingInclude,
    orderBy: [{ startAt: order }, { id: order }],
    take: limit + 1,
  });
  return page(
    rows.map((row) => readBookingResource(row, { withToken: true })),
    limit,
  );
}

const filters = (input: z.output<typeof ListBookings>) => ({
  ...(input.status === undefined ? {} : { status: input.status }),
  ...(input.event_type_id === undefined ? {} : { eventTypeId: input.event_type_id }),
  ...(input.assigned_host_id === undefined
    ? {}
    : { allocation: { hostId: input.assigned_host_id } }),
  ...(input.invitee_email === undefined
    ? {}
    : { inviteeEmail: { equals: literal(input.invitee_email), mode: "insensitive" as const } }),
  startAt: {
    ...(input.from === undefined ? {} : { gte: new Date(input.from) }),
    ...(input.to === undefined ? {} : { lt: new Date(input.to) }),
  },
});

/** Prisma compares regardless of case by ILIKE, to which these characters are wildcards. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, "\\$&");

async function afterCursor(
  mine: { organizationId: string; isTest: boolean },
  id: string | undefined,
  order: "asc" | "desc",
) {
  if (id === undefined) {
    return {};
  }
  const cursor = await prisma.booking.findFirst({
    where: { ...mine, id },
    select: { startAt: true },
  });
  if (cursor === null) {
    throw unknownCursor();
  }
  const { startAt } = cursor;
  return order === "asc"
    ? { OR: [{ startAt: { gt: startAt } }, { startAt, id: { gt: id } }] }
    : { OR: [{ startAt: { lt: startAt } }, { startAt, id: { lt: id } }] };
}

/**
 * One booking, for a key of its organization and mode, or for its invitee by token (then without other invitees).
 * @throws not_found, unauthorized
 */
export async function getBooking(
  caller: Caller,
  input: z.output<typeof BookingId>,
): Promise<Booking> {
  const { byToken } = await accessBooking(prisma, caller, {
    ...input,
    token: input.token,
    lock: false,
  });
  return await readBooking(prisma, input.id, { withToken: !byToken });
}
