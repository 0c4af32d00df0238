"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { Member } from "@/server/members/schema";
import { roleWords } from "./role-words";

export type Question =
  | { what: "role"; member: Member; role: "admin" | "member" }
  | { what: "transfer" | "remove" | "leave"; member: Member };

type Props = { question: Question | null; onClose: () => void };

/** Asks before somebody's place in the organization changes, and does it. */
export function MemberQuestion({ question, onClose }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  // Still there while the dialog fades out.
  const [shown, setShown] = useState(question);
  if (question !== null && question !== shown) setShown(question);
  const asked = question ?? shown;
  if (asked === null) return null;

  async function act({ what, member: { id, name }, ...more }: Question) {
    try {
      if ("role" in more) await client.members.updateRole.mutate({ id, role: more.role });
      if (what === "transfer") await client.members.transferOwnership.mutate({ id });
      if (what === "remove") await client.members.remove.mutate({ id });
      if (what === "leave") await client.members.leave.mutate({});
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
    if (what === "leave") {
      window.location.assign("/home");
      return;
    }
    toast.success(what === "remove" ? `${name} is removed` : "Done");
    router.refresh();
  }

  const { title, description, confirmLabel } = wordsOf(asked);
  return (
    <ConfirmDialog
      open={question !== null}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      confirmLabel={confirmLabel}
      destructive={asked.what === "remove" || asked.what === "leave"}
      onConfirm={() => act(asked)}
    />
  );
}

const ends =
  "API keys made by them are revoked. They host nothing new; bookings with them stay, listed under Bookings, until somebody else takes them.";

function wordsOf(question: Question) {
  const { name } = question.member;
  switch (question.what) {
    case "role":
      return {
        title: `Make ${name} ${question.role === "admin" ? "an admin" : "a member"}?`,
        description: roleWords[question.role],
        confirmLabel: question.role === "admin" ? "Make admin" : "Make member",
      };
    case "transfer":
      return {
        title: `Hand the organization over to ${name}?`,
        description:
          "They become the owner, and you an admin. Only they can hand it back. Event types without hosts of their own are theirs from then on.",
        confirmLabel: "Hand over",
      };
    case "remove":
      return {
        title: `Remove ${name}?`,
        description: `They see nothing of this organization from now on. ${ends}`,
        confirmLabel: "Remove",
      };
    case "leave":
      return {
        title: "Leave this organization?",
        description: `You see nothing of it from now on, unless you are invited again. ${ends}`,
        confirmLabel: "Leave",
      };
  }
}
