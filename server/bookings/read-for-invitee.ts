import type { z } from "zod";
import { prisma } from "../db";
import { env } from "../env";
import { eventTypeResource } from "../event-types/resource";
import { logoSelect, logoUrl } from "../organizations/logo";
import { accessBooking, type Caller } from "./access";
import { bookingIcs } from "./ics";
import { readBooking } from "./read";
import type { BookingId, InviteeBooking } from "./schema";

/**
 * A booking with what its invitee's page says of it: the event type and the organization behind it.
 * @throws not_found, unauthorized (wrong or missing token, the same for a booking that is not there)
 */
export async function getBookingForInvitee(
  caller: Caller,
  { id, token }: z.output<typeof BookingId>,
): Promise<InviteeBooking> {
  const { eventTypeId } = await accessBooking(prisma, caller, { id, token, lock: false });
  const [booking, row] = await Promise.all([
    readBooking(prisma, id, { withToken: false }),
    prisma.eventType.findUniqueOrThrow({
      where: { id: eventTypeId },
      include: {
        organization: {
          select: { slug: true, name: true, brandColor: true, logo: { select: logoSelect } },
        },
      },
    }),
  ]);
  const { brandColor, logo, ...organization } = row.organization;
  return {
    booking,
    event_type: { ...eventTypeResource(row), bookable: row.active && row.deletedAt === null },
    organization: {
      ...organization,
      brand_color: brandColor,
      logo_url: logoUrl(row.organizationId, logo),
    },
  };
}

/**
 * The booking as an iCalendar file. Its link back to the booking is in it for the invitee only, who holds the token.
 * @throws as getBookingForInvitee
 */
export async function getBookingIcs(
  caller: Caller,
  input: z.output<typeof BookingId>,
): Promise<string> {
  const { booking, event_type, organization } = await getBookingForInvitee(caller, input);
  const manageUrl =
    input.token === undefined
      ? null
      : `${env.PUBLIC_URL}/manage/${booking.id}?token=${encodeURIComponent(input.token)}`;
  return bookingIcs({ booking, title: event_type.title, organization, manageUrl }, caller.nowMs);
}
