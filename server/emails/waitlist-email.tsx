import { prisma } from "../db";
import { env } from "../env";
import { withLogo } from "../organizations/logo";
import { provenOrganization } from "../scope";
import { sqlTransaction } from "../sql";
import { readEntry } from "../waitlist/read";
import { Action, Fact, Layout, Paragraph } from "./layout";
import { mailLogo } from "./mail-logo";
import { renderEmail } from "./render";
import { shortWhen, whenInWords } from "./when";
import { writeEmail } from "./write";

export type WaitlistOccasion = "joined" | "promoted" | "expired";

/** Writes the guest's mail of what became of their wait, once however often it is asked for. */
export async function writeWaitlistEmail(
  { id: eventId, resourceId }: { id: string; resourceId: string },
  occasion: WaitlistOccasion,
): Promise<void> {
  const entry = await readEntry(prisma, resourceId, { withToken: true });
  // Who claimed or left meanwhile is told nothing that is not so any more.
  const isStale =
    occasion === "promoted" && (entry.status !== "promoted" || entry.booking_id !== null);
  if (isStale) {
    return;
  }
  const type = await prisma.eventType.findUniqueOrThrow({
    where: { id: entry.event_type_id },
    include: { organization: withLogo },
  });
  const { title, subject, lead, action } = wordsFor(occasion, type.title);
  const timeZone = entry.invitee_timezone;
  const url = `${env.PUBLIC_URL}/waitlist/${entry.id}?token=${entry.cancel_token}`;
  const mail = await renderEmail(
    subject,
    <Layout
      preview={lead}
      title={title}
      from={type.organization.name}
      color={type.color}
      logo={mailLogo(type.organizationId, type.organization.logo)}
    >
      <Paragraph>{lead}</Paragraph>
      <Fact label="What">{type.title}</Fact>
      {entry.start_time !== null && (
        <Fact label="When">
          {whenInWords(
            Date.parse(entry.start_time),
            Date.parse(entry.start_time) + type.durationMinutes * 60_000,
            timeZone,
          )}
        </Fact>
      )}
      {occasion === "promoted" && entry.expires_at !== null && (
        <Fact label="Held until">{`${shortWhen(Date.parse(entry.expires_at), timeZone)} (${timeZone})`}</Fact>
      )}
      {action !== null && <Action href={url}>{action}</Action>}
    </Layout>,
  );
  const organization = {
    organizationId: provenOrganization(type.organizationId),
    isTest: type.isTest,
  };
  await sqlTransaction((tx) =>
    writeEmail(tx, organization, {
      kind: `waitlist_${occasion}`,
      eventId,
      recipient: entry.invitee_email,
      mail,
    }),
  );
}

function wordsFor(occasion: WaitlistOccasion, what: string) {
  switch (occasion) {
    case "joined":
      return {
        title: "You are on the waitlist",
        subject: `Waitlist: ${what}`,
        lead: "When a place becomes free that fits, it is held for you, and you are mailed.",
        action: "See your place, or leave",
      };
    case "promoted":
      return {
        title: "A place is free for you",
        subject: `A place is free: ${what}`,
        lead: "It is held for you, and nobody else can take it. Confirm it in time.",
        action: "Confirm the place",
      };
    case "expired":
      return {
        title: "The place went to the next",
        subject: `Not confirmed in time: ${what}`,
        lead: "It was held for you, and not confirmed in time.",
        action: null,
      };
  }
}
