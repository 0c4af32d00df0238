"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { Calendar } from "@/server/calendars/schema";
import { titleOf } from "./kinds";

type Props = { calendar: Calendar; open: boolean; onOpenChange: (open: boolean) => void };

export function DisconnectDialog({ calendar, open, onOpenChange }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  const { id, provider, calendar_id: receiving } = calendar;
  const title = titleOf(calendar);
  async function disconnect() {
    try {
      await client.calendars.disconnect.mutate({ id });
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
    toast.success(`${title} is disconnected`);
    router.refresh();
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Disconnect ${title}?`}
      description={
        <>
          Its busy times close no slots any more, so that they can be booked.{" "}
          {receiving !== null &&
            "Bookings are written into it no longer; those already there stay, and are yours to delete. "}
          {forgotten[provider]}
        </>
      }
      confirmLabel="Disconnect"
      cancelLabel="Keep it"
      onConfirm={disconnect}
    />
  );
}

const forgotten = {
  google: "The access that Google gave is handed back.",
  microsoft: "The access that Microsoft gave is forgotten.",
  caldav: "Its password is forgotten.",
  ics: "Its address is forgotten.",
} as const satisfies Record<Calendar["provider"], string>;
