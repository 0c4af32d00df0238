"use client";

import { EllipsisIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import { IconButton } from "@/app/_components/icon-button";
import { mayCall, type Role } from "@/server/members/roles";
import type { Member } from "@/server/members/schema";
import type { Question } from "./member-question";

type Props = { member: Member; role: Role; isOwn: boolean; ask: (question: Question) => void };

/** What may be done to a member; nothing is shown where nothing may. */
export function MemberMenu({ member, role, isOwn, ask }: Props) {
  const router = useRouter();
  const isOwner = member.role === "owner";
  const items: { label: string; question: Question; destructive?: true }[] = [];
  if (!isOwner && !isOwn && mayCall(role, "members.updateRole")) {
    const next = member.role === "admin" ? "member" : "admin";
    const label = next === "admin" ? "Make admin" : "Make member";
    items.push({ label, question: { what: "role", member, role: next } });
  }
  if (!isOwner && mayCall(role, "members.transferOwnership")) {
    items.push({ label: "Hand over ownership", question: { what: "transfer", member } });
  }
  if (!isOwner && isOwn) {
    items.push({ label: "Leave", question: { what: "leave", member }, destructive: true });
  } else if (!isOwner && mayCall(role, "members.remove")) {
    items.push({ label: "Remove", question: { what: "remove", member }, destructive: true });
  }
  const mayPlan = isOwn || mayCall(role, "members.replaceSchedule");
  if (items.length === 0 && !mayPlan) return <span className="size-8" />;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label={`What to do with ${member.name}`} icon={<EllipsisIcon aria-hidden />} />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {mayPlan && (
          <DropdownMenuItem onSelect={() => router.push(`/settings/team/${member.id}/hours`)}>
            Hours and days off
          </DropdownMenuItem>
        )}
        {items.map(({ label, question, destructive = false }) => (
          <DropdownMenuItem key={label} danger={destructive} onSelect={() => ask(question)}>
            {label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
