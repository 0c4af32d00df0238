import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { api } from "@/app/_trpc/server";
import { NewEventTypeForm } from "./new-event-type-form";

export const metadata: Metadata = { title: "New event type" };

export default async function NewEventTypePage() {
  const { organization } = await (await api()).organizations.membership();
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="New event type"
        description="Start with the essentials. Hours, limits and everything else come in the next step."
        breadcrumb={[{ label: "Event types", href: "/event-types" }]}
      />
      <NewEventTypeForm organizationSlug={organization.slug} />
    </div>
  );
}
