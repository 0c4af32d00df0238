import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { api } from "@/app/_trpc/server";
import { mayCall } from "@/server/members/roles";
import { InviteDialog } from "./invite-dialog";
import { Invitations } from "./invitations";
import { MemberTable } from "./member-table";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  const caller = await api();
  const { role, member_id: ownId, organization } = await caller.organizations.membership();
  const mayInvite = mayCall(role, "members.invite");
  const [members, invitations] = await Promise.all([
    caller.members.list({ limit: 100 }),
    mayInvite ? caller.members.invitations({ limit: 100 }) : null,
  ]);
  return (
    <>
      <PageHeader
        title="Team"
        description={`Who is in ${organization.name}, on its live and its test side. Members can host event types and have their own bookings.`}
        actions={mayInvite && <InviteDialog />}
      />
      <div className="grid grid-cols-1 gap-6">
        <MemberTable members={members.data} role={role} ownId={ownId} />
        {invitations !== null && invitations.data.length > 0 && (
          <Invitations invitations={invitations.data} timeZone={organization.timezone} />
        )}
      </div>
    </>
  );
}
