import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_trpc/found";
import { api } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { Id } from "@/server/schema";
import { Deliveries } from "./deliveries";
import { deliveryPageSize, filterInput, filtersOf } from "./filters";
import { SettingsForm } from "./settings-form";
import { Signing } from "./signing";
import { WebhookHeader } from "./webhook-header";

export const metadata: Metadata = { title: "Webhook" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ status?: string | string[]; event?: string | string[] }>;
};

export default async function WebhookPage({ params, searchParams }: Props) {
  const parsed = Id.safeParse((await params).id);
  if (!parsed.success) notFound();
  const id = parsed.data;
  const filters = filtersOf(await searchParams);
  const caller = await api();
  const { nowMs } = await requestFacts();
  const [webhook, deliveries, { organization }] = await Promise.all([
    orNotFound(caller.webhooks.get({ id })),
    orNotFound(
      caller.webhooks.listDeliveries({ id, limit: deliveryPageSize, ...filterInput(filters) }),
    ),
    caller.organizations.membership(),
  ]);
  const clock = { timeZone: organization.timezone, now: new Date(nowMs).toISOString() };

  return (
    <>
      <WebhookHeader webhook={webhook} />
      <div className="grid grid-cols-1 gap-8">
        <Deliveries webhookId={id} first={deliveries} filters={filters} {...clock} />
        <SettingsForm key={webhook.updated_at} webhook={webhook} />
        <Signing webhook={webhook} timeZone={clock.timeZone} />
      </div>
    </>
  );
}
