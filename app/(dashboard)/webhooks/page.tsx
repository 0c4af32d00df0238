import type { Metadata } from "next";
import { api } from "@/app/_trpc/server";
import { requestFacts } from "@/app/_trpc/session";
import { Webhooks } from "./webhooks";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  const caller = await api();
  const { nowMs } = await requestFacts();
  const [webhooks, { organization }] = await Promise.all([
    // As many as there may be (server/webhooks/create.ts).
    caller.webhooks.listWithHealth({ limit: 100 }),
    caller.organizations.membership(),
  ]);
  return (
    <Webhooks
      webhooks={webhooks.data}
      timeZone={organization.timezone}
      now={new Date(nowMs).toISOString()}
    />
  );
}
