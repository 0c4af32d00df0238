import { MailIcon } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";
import { api } from "@/app/_trpc/server";
import { pageContext } from "@/app/_trpc/session";
import { EmailList } from "./email-list";
import { NoMailServer } from "./no-mail-server";

export const metadata: Metadata = { title: "E-mail" };

export default async function EmailsPage() {
  const caller = await api();
  const { isTest } = await pageContext();
  const [first, { organization }] = await Promise.all([
    caller.emails.list({ limit: 50 }),
    caller.organizations.membership(),
  ]);
  return (
    <>
      <PageHeader
        title="E-mail"
        description="What invitees and hosts were sent: confirmations, moves, cancellations and reminders."
      />
      <div className="grid grid-cols-1 gap-5">
        {!first.sends && !isTest && <NoMailServer />}
        {first.data.length === 0 ? (
          <EmptyState
            icon={<MailIcon />}
            title={isTest ? "The test side sends no mail" : "No mail yet"}
          >
            {isTest
              ? "Nobody real is ever written to from here. Webhooks do fire."
              : "When somebody books, what they and their host are sent is listed here."}
          </EmptyState>
        ) : (
          <EmailList first={first} timeZone={organization.timezone} />
        )}
      </div>
    </>
  );
}
