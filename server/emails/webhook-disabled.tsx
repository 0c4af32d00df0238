import { prisma } from "../db";
import { env } from "../env";
import type { Event } from "../generated/prisma/client";
import { provenOrganization } from "../scope";
import { sqlTransaction } from "../sql";
import { Action, Layout, Paragraph } from "./layout";
import { renderEmail } from "./render";
import { writeEmail } from "./write";

/** Tells the owner of an organization that a webhook was turned off. */
export async function writeWebhookDisabled(event: Event): Promise<void> {
  const { organizationId, isTest, resourceId, summary, id } = event;
  const owner = await prisma.member.findFirstOrThrow({
    where: { organizationId, role: "owner" },
    include: { user: true, organization: true },
  });
  const mail = await renderEmail(
    `A webhook was turned off: ${summary}`,
    <Layout
      preview={summary}
      title="A webhook was turned off"
      from={owner.organization.name}
      color="#c42b31"
    >
      <Paragraph>{summary}.</Paragraph>
      <Paragraph>
        Nothing more is sent there. When its server answers again, turn the webhook on, and send
        what it missed.
      </Paragraph>
      <Action href={`${env.PUBLIC_URL}/webhooks/${resourceId}`}>Open the webhook</Action>
    </Layout>,
  );
  const organization = { organizationId: provenOrganization(organizationId), isTest };
  await sqlTransaction((tx) =>
    writeEmail(tx, organization, {
      kind: "webhook_disabled",
      eventId: id,
      recipient: owner.user.email,
      mail,
    }),
  );
}
