import type { Metadata } from "next";
import { api } from "@/app/_trpc/server";
import { pageContext } from "@/app/_trpc/session";
import { EventTypes } from "./event-types";

export const metadata: Metadata = { title: "Event types" };

export default async function EventTypesPage() {
  const caller = await api();
  const mode = (await pageContext()).isTest ? "test" : "live";
  return <EventTypes first={await caller.eventTypes.list({ limit: 50 })} mode={mode} />;
}
