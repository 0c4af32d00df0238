import type { Metadata } from "next";
import { api } from "@/app/_trpc/server";
import { pageContext } from "@/app/_trpc/session";
import { mayCall } from "@/server/members/roles";
import { EventTypes } from "./event-types";

export const metadata: Metadata = { title: "Event types" };

export default async function EventTypesPage() {
  const caller = await api();
  const mode = (await pageContext()).isTest ? "test" : "live";
  const [first, { role }] = await Promise.all([
    caller.eventTypes.list({ limit: 50 }),
    caller.organizations.membership(),
  ]);
  return <EventTypes first={first} mode={mode} mayChange={mayCall(role, "eventTypes.create")} />;
}
