import type { Metadata } from "next";
import { cookies } from "next/headers";
import { formatInstant } from "@/app/_components/format-instant";
import { visitorApi } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { isTimeZone } from "@/server/time";
import type { WaitlistEntry } from "@/server/waitlist/schema";
import { callerCode, isRefusedInput } from "../../caller-code";
import { NoticeCard } from "../../notice-card";
import { firstOf, type SearchParams } from "../../search-params";
import { rememberedZone, zoneCookieName } from "../../zone-memory";
import { WaitActions } from "./wait-actions";

type Props = { params: Promise<{ entryId: string }>; searchParams: SearchParams };

export const metadata: Metadata = {
  title: "Your place on the waitlist",
  referrer: "no-referrer",
  robots: { index: false, follow: false, nocache: true },
};

async function entryFor(id: string, token: string) {
  try {
    return await (await visitorApi()).waitlist.getForGuest({ id, token });
  } catch (error) {
    if (callerCode(error) === "unauthorized" || isRefusedInput(error)) return null;
    throw error;
  }
}

export default async function WaitlistPage({ params, searchParams }: Props) {
  const [{ entryId }, search] = await Promise.all([params, searchParams]);
  const token = firstOf(search["token"]) ?? "";
  const found = await entryFor(entryId, token);
  if (found === null) {
    return (
      <NoticeCard title="This link is not valid">
        Part of it may be missing: open it again from where you kept it.
      </NoticeCard>
    );
  }
  const { entry, title, organization_name: organization, booking_page: page } = found;
  const { nowMs } = await requestFacts();
  const zone =
    rememberedZone((await cookies()).get(zoneCookieName)?.value, isTimeZone) ??
    entry.invitee_timezone;
  const when = (at: string | null) =>
    at === null
      ? null
      : formatInstant(new Date(at), "date-time", { timeZone: zone, locale: "en-GB" }, true);
  const isHeld = entry.status === "promoted" && entry.booking_id === null && isAhead(entry, nowMs);
  const { heading, text } = wordsOf(entry, isHeld, when(entry.expires_at));
  return (
    <main className="mx-auto grid max-w-xl gap-5 border-line bg-surface p-5 md:rounded-xl md:border md:p-8 md:shadow-sm">
      <div className="grid gap-1.5">
        <h1 className="text-2xl font-semibold">{heading}</h1>
        <p className="text-lg text-pretty text-muted">{text}</p>
      </div>
      <dl className="grid gap-3">
        <Row label="What">
          {title} · {organization}
        </Row>
        {entry.start_time !== null && <Row label="When">{when(entry.start_time)}</Row>}
        {entry.position !== null && <Row label="Place in the line">{entry.position}</Row>}
      </dl>
      <WaitActions
        id={entry.id}
        token={token}
        canClaim={isHeld}
        canLeave={entry.status === "waiting" || isHeld}
        questions={found.questions}
        page={page}
      />
    </main>
  );
}

/** The test side's holds end by its own clock, which the server asks when a place is claimed. */
const isAhead = ({ expires_at: at }: WaitlistEntry, nowMs: number): boolean =>
  at !== null && Date.parse(at) > nowMs;

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function wordsOf({ status, booking_id }: WaitlistEntry, isHeld: boolean, until: string | null) {
  if (booking_id !== null) {
    return { heading: "You have a booking", text: "Your mail has the link to move or cancel it." };
  }
  if (isHeld) {
    return {
      heading: "A place is held for you",
      text: `Confirm it until ${until ?? "then"}; after that it goes to the next.`,
    };
  }
  switch (status) {
    case "waiting":
      return {
        heading: "You are on the waitlist",
        text: "When a place becomes free that fits, it is held for you, and you are mailed.",
      };
    case "cancelled":
      return { heading: "You left the waitlist", text: "Nothing is held for you any more." };
    case "promoted":
    case "expired":
      return {
        heading: "The place went to the next",
        text: "It was held for you, and not confirmed in time.",
      };
  }
}
