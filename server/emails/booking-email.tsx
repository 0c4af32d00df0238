import { Action, Fact, Layout, Paragraph } from "./layout";
import type { MailLogo } from "./mail-logo";
import { type Rendered, renderEmail } from "./render";
import { inWords, shortWhen, whenInWords } from "./when";

/** What happened, as its mails tell it. */
export type Occasion =
  | { what: "confirmed" }
  | { what: "reassigned" }
  | { what: "moved"; fromMs: number | null }
  | { what: "cancelled"; reason: string | null; byInvitee: boolean }
  | { what: "reminder"; minutes: number };

export type BookingFacts = {
  title: string;
  organization: string;
  /** `#rrggbb`. */
  color: string;
  logo: MailLogo | null;
  startMs: number;
  endMs: number;
  hostName: string;
  hostTimeZone: string;
  location: string | null;
  meetingUrl: string | null;
  invitee: { name: string; email: string; timeZone: string };
  /** Further people of the party, by name. */
  others: string[];
  notes: string | null;
  answers: { label: string; text: string }[];
};

/** To whom it goes: an invitee with their link, a further guest without, or the host with the dashboard's. */
export type Reader =
  | { role: "guest"; name: string; timeZone: string; manageUrl: string | null }
  | { role: "host"; url: string };

/** One mail of a booking, to its invitee, a guest or its host, in the reader's own zone. */
export async function bookingEmail(
  occasion: Occasion,
  facts: BookingFacts,
  reader: Reader,
): Promise<Rendered> {
  const timeZone = reader.role === "host" ? facts.hostTimeZone : reader.timeZone;
  const { title, lead } = wordsFor(occasion, facts, reader);
  const withWhom = reader.role === "host" ? facts.invitee.name : facts.hostName;
  const subject = `${subjectBegin(occasion)}: ${facts.title} with ${withWhom}, ${shortWhen(facts.startMs, timeZone)}`;
  return await renderEmail(
    subject,
    <Layout
      preview={lead}
      title={title}
      from={facts.organization}
      color={facts.color}
      logo={facts.logo}
    >
      <Paragraph>{lead}</Paragraph>
      <Fact label="What">{facts.title}</Fact>
      <Times occasion={occasion} facts={facts} timeZone={timeZone} reader={reader} />
      {reader.role === "host" ? <AboutInvitee facts={facts} /> : <AboutMeeting facts={facts} />}
      {occasion.what === "cancelled" && occasion.reason !== null && (
        <Fact label="Reason">{occasion.reason}</Fact>
      )}
      <Way occasion={occasion} reader={reader} />
    </Layout>,
  );
}

function subjectBegin({ what }: Occasion): string {
  return {
    confirmed: "Booked",
    reassigned: "New host",
    moved: "Moved",
    cancelled: "Cancelled",
    reminder: "Reminder",
  }[what];
}

function wordsFor(occasion: Occasion, facts: BookingFacts, reader: Reader) {
  const { name } = facts.invitee;
  const isHost = reader.role === "host";
  switch (occasion.what) {
    case "confirmed":
      return isHost
        ? { title: "New booking", lead: `${name} booked a time with you.` }
        : { title: "You are booked", lead: `${facts.hostName} expects you.` };
    case "reassigned":
      return isHost
        ? { title: "A booking is yours now", lead: `You meet ${name} in place of a colleague.` }
        : {
            title: "You meet somebody else",
            lead: `${facts.hostName} expects you now. The time stays.`,
          };
    case "moved":
      return {
        title: "Your booking is at another time",
        lead: isHost ? `The booking of ${name} was moved.` : "Your booking was moved.",
      };
    case "cancelled":
      return {
        title: "Your booking is cancelled",
        lead: occasion.byInvitee
          ? `${isHost ? name : "You"} cancelled it. Nothing is left to do.`
          : `${facts.organization} cancelled it.`,
      };
    case "reminder":
      return {
        title: `Soon: ${facts.title}`,
        lead: `It begins ${inWords(occasion.minutes)}.`,
      };
  }
}

type TimesProps = { occasion: Occasion; facts: BookingFacts; timeZone: string; reader: Reader };

/** When it is, in the reader's zone; a host sees the invitee's, too, where it is another. */
function Times({ occasion, facts, timeZone, reader }: TimesProps) {
  const { startMs, endMs, invitee } = facts;
  const theirs = invitee.timeZone;
  return (
    <>
      <Fact label="When">{whenInWords(startMs, endMs, timeZone)}</Fact>
      {occasion.what === "moved" && occasion.fromMs !== null && (
        <Fact label="Before">
          {whenInWords(occasion.fromMs, occasion.fromMs + (endMs - startMs), timeZone)}
        </Fact>
      )}
      {reader.role === "host" && theirs !== timeZone && (
        <Fact label={`For ${invitee.name}`}>{whenInWords(startMs, endMs, theirs)}</Fact>
      )}
    </>
  );
}

function AboutMeeting({ facts }: { facts: BookingFacts }) {
  return (
    <>
      <Fact label="With">{facts.hostName}</Fact>
      {facts.meetingUrl !== null && <Fact label="Join">{facts.meetingUrl}</Fact>}
      {facts.location !== null && facts.location !== facts.meetingUrl && (
        <Fact label="Where">{facts.location}</Fact>
      )}
    </>
  );
}

function AboutInvitee({ facts }: { facts: BookingFacts }) {
  const { invitee, others, notes, answers, location } = facts;
  return (
    <>
      <Fact label="Who">{`${invitee.name}, ${invitee.email}`}</Fact>
      {others.length > 0 && <Fact label="And">{others.join(", ")}</Fact>}
      {location !== null && <Fact label="Where">{location}</Fact>}
      {notes !== null && <Fact label="Notes">{notes}</Fact>}
      {answers.map(({ label, text }) => (
        <Fact key={label} label={label}>
          {text}
        </Fact>
      ))}
    </>
  );
}

function Way({ occasion, reader }: { occasion: Occasion; reader: Reader }) {
  if (reader.role === "host") {
    return <Action href={reader.url}>Open in the dashboard</Action>;
  }
  return reader.manageUrl === null || occasion.what === "cancelled" ? null : (
    <Action href={reader.manageUrl}>Move or cancel</Action>
  );
}
