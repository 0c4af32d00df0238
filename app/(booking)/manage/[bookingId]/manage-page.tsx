import { TestModeBanner } from "@/app/_components/test-mode-banner";
import type { InviteeBooking } from "@/server/bookings/schema";
import { BrandColors } from "../../brand-colors";
import { Logo } from "../../logo";
import type { Month } from "../../months";
import { inLanguage } from "../../words/language";
import { useWords } from "../../words/use-words";
import { AddToCalendar } from "./add-to-calendar";
import { BookedDetails } from "./booked-details";
import { BookedHeader } from "./booked-header";
import type { BookedState } from "./booked-state";
import { ManageActions } from "./manage-actions";

export type ManagePageProps = {
  found: InviteeBooking;
  token: string;
  state: BookedState;
  nowMs: number;
  lastMonth: Month;
};

/** What an invitee has booked, and what can be done with it. */
export function ManagePage({ found, token, state, nowMs, lastMonth }: ManagePageProps) {
  const { booking, event_type: eventType, organization } = found;
  const { words, locale, asked } = useWords();
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
        <Logo url={organization.logo_url} organization={organization.name} />
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
              lastMonth={lastMonth}
              capacity={eventType.max_attendees}
            />
          </>
        )}
      </main>
    </>
  );
}
