"use client";

import { useState } from "react";
import { Avatar } from "@/app/_components/avatar";
import { Badge } from "@/app/_components/badge";
import type { Role } from "@/server/members/roles";
import type { Member } from "@/server/members/schema";
import { MemberMenu } from "./member-menu";
import { MemberQuestion, type Question } from "./member-question";
import { roleLabels } from "./role-words";

type Props = { members: readonly Member[]; role: Role; ownId: string };

export function MemberTable({ members, role, ownId }: Props) {
  const [question, setQuestion] = useState<Question | null>(null);
  return (
    <>
      <ul aria-label="Members" className="overflow-hidden rounded-lg border border-line bg-surface">
        {members.map((member) => (
          <li
            key={member.id}
            className="flex items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
          >
            <Avatar name={member.name} />
            <div className="grid min-w-0 flex-1 gap-0.5">
              <p className="truncate font-medium">
                {member.name}
                {member.id === ownId && <span className="font-normal text-muted"> (you)</span>}
              </p>
              <p className="truncate text-sm text-muted">
                {member.email}
                {member.event_types_hosted > 0 && ` · ${hosting(member.event_types_hosted)}`}
              </p>
            </div>
            <Badge tone={member.role === "owner" ? "accent" : "neutral"}>
              {roleLabels[member.role]}
            </Badge>
            <MemberMenu member={member} role={role} isOwn={member.id === ownId} ask={setQuestion} />
          </li>
        ))}
      </ul>
      <MemberQuestion question={question} onClose={() => setQuestion(null)} />
    </>
  );
}

const hosting = (count: number) => `hosts ${count} event type${count === 1 ? "" : "s"}`;
