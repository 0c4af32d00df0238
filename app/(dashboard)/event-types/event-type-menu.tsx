"use client";

import {
  CopyPlusIcon,
  EllipsisIcon,
  ExternalLinkIcon,
  PencilIcon,
  PowerIcon,
  Trash2Icon,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLink,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import { IconButton } from "@/app/_components/icon-button";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { EventType } from "@/server/event-types/schema";
import { useDuplicate } from "./use-duplicate";

type Props = {
  type: EventType;
  /** On the event type's own page: what was changed there is elsewhere, and after deleting one leaves. */
  own?: boolean;
};

/** What can be done with an event type besides editing it. */
export function EventTypeMenu({ type, own = false }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  const duplicate = useDuplicate();
  const triggerId = useId();
  const [deleting, setDeleting] = useState(false);
  const gone = useRef(false);

  // Where focus goes when the question is gone: to the menu it came from, or past the row that went with it.
  function close() {
    setDeleting(false);
    setTimeout(() => document.getElementById(gone.current ? "main" : triggerId)?.focus());
  }

  async function setActive(active: boolean) {
    try {
      await client.eventTypes.update.mutate({ id: type.id, active });
      toast.success(active ? `“${type.title}” can be booked` : `“${type.title}” is inactive`);
      router.refresh();
    } catch (error) {
      toast.error(pageError(error).message);
    }
  }

  async function remove() {
    try {
      await client.eventTypes.delete.mutate({ id: type.id });
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
    gone.current = true;
    toast.success(`“${type.title}” is deleted`);
    if (own) router.push("/event-types");
    router.refresh();
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton
            id={triggerId}
            label={`More about ${type.title}`}
            icon={<EllipsisIcon aria-hidden />}
            variant={own ? "secondary" : "ghost"}
            size={own ? "md" : "sm"}
          />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {!own && (
            <>
              <DropdownMenuLink href={`/event-types/${type.id}`} icon={<PencilIcon aria-hidden />}>
                Edit
              </DropdownMenuLink>
              <DropdownMenuItem
                icon={<ExternalLinkIcon aria-hidden />}
                onSelect={() => window.open(type.booking_url, "_blank", "noopener")}
              >
                Open booking page
              </DropdownMenuItem>
            </>
          )}
          <DropdownMenuItem
            icon={<CopyPlusIcon aria-hidden />}
            onSelect={() => void duplicate(type)}
          >
            Duplicate
          </DropdownMenuItem>
          {!own && (
            <DropdownMenuItem
              icon={<PowerIcon aria-hidden />}
              onSelect={() => void setActive(!type.active)}
            >
              {type.active ? "Deactivate" : "Activate"}
            </DropdownMenuItem>
          )}
          <DropdownMenuSeparator />
          <DropdownMenuItem
            danger
            icon={<Trash2Icon aria-hidden />}
            onSelect={() => setDeleting(true)}
          >
            Delete…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={deleting}
        onOpenChange={(open) => !open && close()}
        title={`Delete “${type.title}”?`}
        description="Its booking page closes at once, and this cannot be undone. Bookings already made stay as they are. To close the page for a while, deactivate the event type instead."
        confirmLabel="Delete event type"
        onConfirm={remove}
      />
    </>
  );
}
