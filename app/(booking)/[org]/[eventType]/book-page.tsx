import { TestModeBanner } from "@/app/_components/test-mode-banner";
import type { EventTypePage } from "@/server/event-types/schema";
import { BrandColors } from "../../brand-colors";
import type { FreeTime } from "../../free-times";
import type { Month } from "../../months";
import { useWords } from "../../words/use-words";
import { Booking } from "./booking";
import { WaitlistOffer } from "./waitlist-offer";

export type BookPageProps = {
  eventType: EventTypePage;
  /** In minutes. */
  duration: number;
  zone: string;
  nowMs: number;
  lastMonth: Month;
  initial: { month: Month; months: Record<Month, FreeTime[]> };
  date: string | null;
  person: { name: string; email: string; notes: string };
};

/** Where an invitee books. */
export function BookPage(props: BookPageProps) {
  const { eventType, zone, person } = props;
  const { words } = useWords();
  return (
    <>
      <BrandColors color={eventType.brand_color} />
      {eventType.is_test && (
        <div className="md:-mt-10 md:mb-10">
          <TestModeBanner label={words.page.testMode}>{words.page.testPage}</TestModeBanner>
        </div>
      )}
      <Booking {...props} />
      {eventType.waitlist_enabled && (
        <section aria-label={words.waitlist.join}>
          <WaitlistOffer eventTypeId={eventType.id} zone={zone} person={person} />
        </section>
      )}
    </>
  );
}
