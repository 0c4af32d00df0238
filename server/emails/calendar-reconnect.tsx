import { prisma } from "../db";
import { env } from "../env";
import type { Event } from "../generated/prisma/client";
import { provenOrganization } from "../scope";
import { sqlTransaction } from "../sql";
import { Action, Layout, Paragraph } from "./layout";
import { renderEmail } from "./render";
import { writeEmail } from "./write";

/** Tells a member that their calendar no longer lets us in, and what that does; nobody once it does again. */
export async function writeCalendarReconnect(event: Event): Promise<void> {
  const { organizationId, resourceId, id } = event;
  const calendar = await prisma.calendarConnection.findFirstOrThrow({
    where: { id: resourceId },
    include: { member: { include: { user: true, organization: true } } },
  });
  if (calendar.disconnectedAt !== null || calendar.status === "connected") {
    return;
  }
  const { user, organization } = calendar.member;
  const account = calendar.accountEmail ?? "Your calendar";
  const mail = await renderEmail(
    `Connect your calendar again: ${account}`,
    <Layout
      preview={`${account} no longer lets Astrocal in`}
      title="Connect your calendar again"
      from={organization.name}
      color="#c42b31"
    >
      <Paragraph>
        {account} no longer lets Astrocal in: the password was changed, or the access was taken back
        or has ended.
      </Paragraph>
      <Paragraph>
        Until you connect it again, nobody can book you, as nobody knows when you are busy. New
        bookings are not written into it either.
      </Paragraph>
      <Action href={`${env.PUBLIC_URL}/calendars`}>Connect it again</Action>
    </Layout>,
  );
  const about = { organizationId: provenOrganization(organizationId), isTest: false };
  await sqlTransaction((tx) =>
    writeEmail(tx, about, {
      kind: "calendar_reconnect",
      eventId: id,
      recipient: user.email,
      mail,
    }),
  );
}
