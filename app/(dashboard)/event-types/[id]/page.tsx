import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_trpc/found";
import { api } from "@/app/_trpc/server";
import { EventTypeId } from "@/server/event-types/schema";
import { Editor } from "./editor";
import { tabs } from "./editor-fields";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string | string[] }>;
};

async function load(params: Props["params"]) {
  const input = EventTypeId.safeParse(await params);
  if (!input.success) notFound();
  const caller = await api();
  const [type, rules] = await orNotFound(
    Promise.all([caller.eventTypes.get(input.data), caller.availability.getRules(input.data)]),
  );
  return { type, rules, now: new Date().toISOString() };
}

export const metadata: Metadata = { title: "Edit event type" };

export default async function EventTypePage({ params, searchParams }: Props) {
  const { type, rules, now } = await load(params);
  const { tab } = await searchParams;
  return (
    <Editor
      key={type.id}
      initialType={type}
      initialRules={rules}
      initialTab={tabs.find((each) => each === tab) ?? "basics"}
      now={now}
    />
  );
}
