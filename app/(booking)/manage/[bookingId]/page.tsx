import type { Metadata } from "next";
import { cache } from "react";
import { TestModeBanner } from "@/app/_components/test-mode-banner";
import { visitorApi } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { civilDateAt } from "@/server/time";
import { BrandColors } from "../../brand-colors";
import { callerCode, isRefusedInput } from "../../caller-code";
import { lastMonth } from "../../free-times";
import { requestWords } from "../../request-words";
import { firstOf, type SearchParams } from "../../search-params";
import { inLanguage } from "../../words/language";
import { BookedDetails } from "./booked-details";
import { BookedHeader, stateOf } from "./booked-header";
import { AddToCalendar } from "./add-to-calendar";
import { InvalidLink, TooManyAttempts } from "./invalid-link";
import { ManageActions } from "./manage-actions";

type Props = { params: Promise<{ bookingId: string }>; searchParams: SearchParams };

// The token is in the address: no other site is to learn it, and no index to keep it.
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await requestWords()).words.booked.open,
    referrer: "no-referrer",
    robots: { index: false, follow: false, nocache: true },
  };
}

/** Null for a wrong or missing token and for a booking that is not there; "throttled" after too many of these. */
const bookingFor = cache(async (id: string, token: string) => {
  const caller = await visitorApi();
  try {
    return await caller.bookings.getForInvitee({ id, token });
  } catch (error) {
    const code = callerCode(error);
    if (code === "unauthorized" || isRefusedInput(error)) return null;
    if (code === "rate_limit_exceeded") return "throttled";
    throw error;
  }
});

export default async function ManagePage({ params, searchParams }: Props) {
  const [{ bookingId }, search] = await Promise.all([params, searchParams]);
  const token = firstOf(search["token"]) ?? "";
  const found = await bookingFor(bookingId, token);
  if (found === null) return <InvalidLink />;
  if (found === "throttled") return <TooManyAttempts />;

  const { booking, event_type: eventType, organization } = found;
  const { nowMs } = await requestFacts();
  const { words, locale, asked } = await requestWords();
  const state = stateOf(booking, nowMs, { justBooked: search["new"], justMoved: search["moved"] });
  const page = inLanguage(
    `/${organization.slug}/${eventType.slug}${booking.is_test ? "?mode=test" : ""}`,
    asked,
  );
  const isOpen = state !== "cancelled" && state !== "begun";

  return (
    <>
      <BrandColors color={organization.brand_color} />
      {booking.is_test && (
        <div className="md:-mt-10 md:mb-10">
          <TestModeBanner label={words.page.testMode}>{words.page.testBooking}</TestModeBanner>
        </div>
      )}
      <main className="mx-auto grid max-w-3xl gap-6 border-line bg-surface p-5 md:rounded-xl md:border md:p-8 md:shadow-sm">
        <BookedHeader
          state={state}
          booking={booking}
          host={booking.assigned_host?.name ?? organization.name}
          locale={locale}
          words={words.booked}
          bookAgain={eventType.bookable ? page : null}
        />
        <BookedDetails
          booking={booking}
          eventType={eventType}
          organization={organization}
          locale={locale}
          words={words}
        />
        {isOpen && (
          <>
            <AddToCalendar
              booking={booking}
              title={`${eventType.title} · ${organization.name}`}
              token={token}
              words={words.booked}
            />
            <ManageActions
              booking={booking}
              token={token}
              canMove={eventType.bookable}
              theirZone={eventType.timezone}
              nowMs={nowMs}
              lastMonth={lastMonth(
                civilDateAt(eventType.timezone, nowMs),
                eventType.booking_window_days,
              )}
              capacity={eventType.max_attendees}
            />
          </>
        )}
      </main>
    </>
  );
}
