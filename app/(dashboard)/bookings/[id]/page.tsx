import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { orNotFound, orNull } from "@/app/_trpc/found";
import { api } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { Id } from "@/server/schema";
import { StatusBadge } from "../status-badge";
import { isChangeable } from "../views";
import { BookingActions } from "./booking-actions";
import { BookingDetails } from "./booking-details";

export const metadata: Metadata = { title: "Booking" };

type Props = { params: Promise<{ id: string }> };

export default async function BookingPage({ params }: Props) {
  const id = Id.safeParse((await params).id);
  if (!id.success) notFound();
  const caller = await api();
  const { nowMs } = await requestFacts();
  const [booking, { organization }] = await Promise.all([
    orNotFound(caller.bookings.get({ id: id.data })),
    caller.organizations.membership(),
  ]);
  const type = await orNull(caller.eventTypes.get({ id: booking.event_type_id }));
  const title = type?.title ?? "Deleted event type";

  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Bookings", href: "/bookings" }]}
        title={
          <span id="booking-title" tabIndex={-1} className="outline-none">
            {title} with {booking.invitee_name}
          </span>
        }
        actions={
          isChangeable(booking, nowMs) && (
            <BookingActions
              booking={booking}
              title={title}
              movable={type !== null}
              timeZone={organization.timezone}
              nowMs={nowMs}
            />
          )
        }
      />
      <BookingDetails
        booking={booking}
        questions={type?.questions ?? []}
        timeZone={organization.timezone}
        status={<StatusBadge booking={booking} nowMs={nowMs} />}
      />
    </>
  );
}
