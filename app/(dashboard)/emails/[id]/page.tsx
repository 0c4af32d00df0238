import type { Metadata } from "next";
import { Card, DescriptionItem, DescriptionList } from "@/app/_components/card";
import { LocalTime } from "@/app/_components/local-time";
import { PageHeader } from "@/app/_components/page-header";
import { orNotFound } from "@/app/_trpc/found";
import { api } from "@/app/_trpc/server";
import { EmailBadge } from "../email-badge";
import { kindLabel } from "../kind-labels";
import { Preview } from "./preview";
import { SendAgain } from "./send-again";

export const metadata: Metadata = { title: "E-mail" };

type Props = { params: Promise<{ id: string }> };

export default async function EmailPage({ params }: Props) {
  const { id } = await params;
  const caller = await api();
  const [email, { organization }, { sends }] = await Promise.all([
    orNotFound(caller.emails.get({ id })),
    caller.organizations.membership(),
    caller.emails.list({ limit: 1 }),
  ]);
  const at = (instant: string) => (
    <LocalTime at={instant} timeZone={organization.timezone} locale="en-US" />
  );
  return (
    <>
      <PageHeader
        title={email.subject}
        breadcrumb={[{ label: "E-mail", href: "/emails" }]}
        actions={sends && email.status !== "queued" && <SendAgain id={email.id} />}
      />
      <div className="grid grid-cols-1 gap-5">
        <Card>
          <DescriptionList>
            <DescriptionItem label="State">
              <EmailBadge email={email} />
            </DescriptionItem>
            <DescriptionItem label="What">{kindLabel(email.kind)}</DescriptionItem>
            <DescriptionItem label="To">{email.recipient}</DescriptionItem>
            <DescriptionItem label="Written">{at(email.created_at)}</DescriptionItem>
            {email.sent_at !== null && (
              <DescriptionItem label="Sent">{at(email.sent_at)}</DescriptionItem>
            )}
            {email.next_attempt_at !== null && email.attempts > 0 && (
              <DescriptionItem label="Next attempt">{at(email.next_attempt_at)}</DescriptionItem>
            )}
            {email.last_error !== null && (
              <DescriptionItem label="The mail server said">{email.last_error}</DescriptionItem>
            )}
          </DescriptionList>
        </Card>
        <Preview html={email.html} text={email.text} ics={email.ics} />
      </div>
    </>
  );
}
