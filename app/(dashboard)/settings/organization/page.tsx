import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { api } from "@/app/_trpc/server";
import { mayCall } from "@/server/members/roles";
import { LogoCard } from "./logo-card";
import { OrganizationForm } from "./organization-form";

export const metadata: Metadata = { title: "Organization" };

export default async function OrganizationPage() {
  const { organization, role } = await (await api()).organizations.membership();
  const mayChange = mayCall(role, "organizations.update");
  return (
    <>
      <PageHeader
        title="Organization"
        description={
          mayChange
            ? "What invitees see of you, in mails and on booking pages."
            : "An admin of this organization can change this."
        }
      />
      <div className="grid grid-cols-1 gap-5">
        <OrganizationForm
          key={organization.slug}
          organization={organization}
          mayChange={mayChange}
        />
        <LogoCard
          organization={organization}
          mayChange={mayCall(role, "organizations.replaceLogo")}
        />
      </div>
    </>
  );
}
