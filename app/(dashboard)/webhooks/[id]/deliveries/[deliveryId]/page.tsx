import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_components/card";
import { CodeBlock } from "@/app/_components/code-block";
import { PageHeader } from "@/app/_components/page-header";
import { orNotFound } from "@/app/_trpc/found";
import { api } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { Id } from "@/server/schema";
import { webhookHref } from "../../../webhook-href";
import { DeliverySummary } from "./delivery-summary";
import { Resend } from "./resend";
import { Timeline } from "./timeline";

export const metadata: Metadata = { title: "Delivery" };

type Props = { params: Promise<{ id: string; deliveryId: string }> };

export default async function DeliveryPage({ params }: Props) {
  const asked = await params;
  const [id, deliveryId] = [Id.safeParse(asked.id), Id.safeParse(asked.deliveryId)];
  if (!id.success || !deliveryId.success) notFound();
  const caller = await api();
  const { nowMs } = await requestFacts();
  const [webhook, delivery, { organization }] = await Promise.all([
    orNotFound(caller.webhooks.get({ id: id.data })),
    orNotFound(caller.webhooks.getDelivery({ id: id.data, delivery_id: deliveryId.data })),
    caller.organizations.membership(),
  ]);
  const clock = { timeZone: organization.timezone, now: new Date(nowMs).toISOString() };

  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: "Webhooks", href: "/webhooks" },
          { label: webhook.url, href: webhookHref(webhook.id) },
        ]}
        title={delivery.event_type}
        actions={<Resend delivery={delivery} now={clock.now} />}
      />
      <div className="grid grid-cols-1 gap-6">
        <DeliverySummary delivery={delivery} {...clock} />
        <Timeline delivery={delivery} timeZone={clock.timeZone} />
        <Card title="Request">
          <CodeBlock
            label={`Body of POST ${webhook.url}`}
            code={JSON.stringify(delivery.payload, null, 2)}
          />
          <p className="mt-3 text-sm text-muted">
            Shown in lines. What is sent and signed is one line: see the raw body in what your
            server received.
          </p>
        </Card>
      </div>
    </>
  );
}
