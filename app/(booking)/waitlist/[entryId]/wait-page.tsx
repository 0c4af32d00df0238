import type { ReactNode } from "react";
import { formatInstant } from "@/app/_components/format-instant";
import type { GuestEntry, WaitlistEntry } from "@/server/waitlist/schema";
import { BrandColors } from "../../brand-colors";
import { Logo } from "../../logo";
import { fill } from "../../words/fill";
import { inLanguage } from "../../words/language";
import { useWords } from "../../words/use-words";
import type { Words } from "../../words/words";
import { WaitActions } from "./wait-actions";

export type WaitPageProps = { found: GuestEntry; token: string; zone: string; nowMs: number };

/** Where a guest's place on a waitlist stands, and what they can do with it. */
export function WaitPage({ found, token, zone, nowMs }: WaitPageProps) {
  const { words, locale, asked } = useWords();
  const { entry, title, organization_name: organization } = found;
  const when = (at: string | null) =>
    at === null ? null : formatInstant(new Date(at), "date-time", { timeZone: zone, locale }, true);
  const isHeld = entry.status === "promoted" && entry.booking_id === null && isAhead(entry, nowMs);
  const { heading, text } = wordsOf(
    entry,
    isHeld ? (when(entry.expires_at) ?? "") : null,
    words.waitlist,
  );
  return (
    <main className="mx-auto grid max-w-xl gap-5 border-line bg-surface p-5 md:rounded-xl md:border md:p-8 md:shadow-sm">
      <BrandColors color={found.brand_color} />
      <Logo url={found.logo_url} organization={organization} />
      <div className="grid gap-1.5">
        <h1 className="text-2xl font-semibold">{heading}</h1>
        <p className="text-lg text-pretty text-muted">{text}</p>
      </div>
      <dl className="grid gap-3">
        <Row label={words.booked.what}>
          {title} · {organization}
        </Row>
        {entry.start_time !== null && <Row label={words.booked.when}>{when(entry.start_time)}</Row>}
        {entry.position !== null && <Row label={words.waitlist.position}>{entry.position}</Row>}
      </dl>
      <WaitActions
        id={entry.id}
        token={token}
        canClaim={isHeld}
        canLeave={entry.status === "waiting" || isHeld}
        questions={found.questions}
        page={inLanguage(found.booking_page, asked)}
      />
    </main>
  );
}

/** The test side's holds end by its own clock, which the server asks when a place is claimed. */
const isAhead = ({ expires_at: at }: WaitlistEntry, nowMs: number): boolean =>
  at !== null && Date.parse(at) > nowMs;

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** @param heldUntil when the place that is held goes to the next; null where none is */
function wordsOf(
  { status, booking_id }: WaitlistEntry,
  heldUntil: string | null,
  words: Words["waitlist"],
) {
  if (booking_id !== null) return { heading: words.booked, text: words.bookedText };
  if (heldUntil !== null) {
    return { heading: words.held, text: fill(words.heldText, { until: heldUntil }) };
  }
  switch (status) {
    case "waiting":
      return { heading: words.waiting, text: words.waitingText };
    case "cancelled":
      return { heading: words.left, text: words.leftText };
    case "promoted":
    case "expired":
      return { heading: words.passed, text: words.passedText };
  }
}
