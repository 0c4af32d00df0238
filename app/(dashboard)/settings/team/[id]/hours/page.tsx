import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_trpc/found";
import { api } from "@/app/_trpc/server";
import { mayCall } from "@/server/members/roles";
import { MemberId } from "@/server/members/schema";
import { ScheduleForm } from "./schedule-form";

export const metadata: Metadata = { title: "Hours" };

type Props = { params: Promise<{ id: string }> };

async function load(params: Props["params"]) {
  const input = MemberId.safeParse(await params);
  if (!input.success) notFound();
  const { id } = input.data;
  const caller = await api();
  const [schedule, { data: members }, { role, member_id: ownId }] = await orNotFound(
    Promise.all([
      caller.members.getSchedule({ id }),
      caller.members.list({ limit: 100 }),
      caller.organizations.membership(),
    ]),
  );
  const isOwn = ownId === id;
  if (!isOwn && !mayCall(role, "members.replaceSchedule")) notFound();
  const name = members.find((member) => member.id === id)?.name ?? "a member";
  return { initial: schedule, name, isOwn, now: new Date().toISOString() };
}

export default async function MemberHoursPage({ params }: Props) {
  const loaded = await load(params);
  return <ScheduleForm key={loaded.initial.member_id} {...loaded} />;
}
