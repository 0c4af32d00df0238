"use client";

import { EllipsisIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import { IconButton } from "@/app/_components/icon-button";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { Calendar } from "@/server/calendars/schema";
import { type Clock, Moment } from "../settings/api-keys/moment";
import { BusyCalendars } from "./busy-calendars";
import { CalendarBadge } from "./calendar-badge";
import { DisconnectDialog } from "./disconnect-dialog";
import { KindIcon } from "./kind-icon";
import { kindOf, nameOf, titleOf } from "./kinds";
import { stateOf } from "./state";
import { Trouble } from "./trouble";
import { useSignIn } from "./use-sign-in";

type Props = {
  calendar: Calendar;
  /** The member's name; null: the signed-in person's own. */
  whose: string | null;
  clock: Clock;
  /** Opens the dialog; accounts with a sign-in of their own go straight there. */
  connectAgain: () => void;
};

/** A connected account: how it stands, what it is used for, and what can be done with it. */
export function Account({ calendar, whose, clock, connectAgain }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const { isAsking, ask } = useRefresh(calendar);
  const signIn = useSignIn();
  const { provider, account_email: account, last_sync_at: readAt } = calendar;
  const state = stateOf(calendar);
  const title = titleOf(calendar);

  function again() {
    if (provider === "google" || provider === "microsoft") {
      void signIn.begin(provider, calendar.member_id);
    } else {
      connectAgain();
    }
  }

  return (
    <li
      aria-label={title}
      className="grid grid-cols-1 gap-4 border-b border-line px-4 py-4 last:border-b-0 sm:px-5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <KindIcon kind={kindOf(calendar)} />
        <div className="grid min-w-0 flex-1 gap-0.5">
          <p className="font-medium wrap-anywhere">{nameOf(calendar)}</p>
          <p className="text-sm wrap-anywhere text-muted">
            {account}
            {readAt !== null && (
              <>
                {account && " · "}read <Moment at={readAt} {...clock} />
              </>
            )}
          </p>
        </div>
        <div className="flex max-sm:order-last max-sm:basis-full max-sm:pl-12">
          <CalendarBadge state={state} />
        </div>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <IconButton label={`What to do with ${title}`} icon={<EllipsisIcon aria-hidden />} />
          </DropdownMenuTrigger>
          <DropdownMenuContent>
            {state === "connected" && <DropdownMenuItem onSelect={ask}>Check now</DropdownMenuItem>}
            <DropdownMenuItem onSelect={again}>Connect again</DropdownMenuItem>
            <DropdownMenuItem danger onSelect={() => setLeaving(true)}>
              Disconnect…
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      {state !== "connected" && (
        <Trouble state={state} calendar={calendar} whose={whose}>
          {state === "failing" ? (
            <Button size="sm" loading={isAsking} onClick={ask}>
              Try again
            </Button>
          ) : (
            <Button size="sm" loading={signIn.isLeaving} onClick={again}>
              Connect again
            </Button>
          )}
        </Trouble>
      )}
      <BusyCalendars calendar={calendar} />
      <DisconnectDialog calendar={calendar} open={isLeaving} onOpenChange={setLeaving} />
    </li>
  );
}

/** Asks the account now, and says what came of it. */
function useRefresh({ id }: Calendar) {
  const router = useRouter();
  const client = useTrpcClient();
  const [isAsking, setAsking] = useState(false);
  async function refresh() {
    setAsking(true);
    try {
      const calendar = await client.calendars.refresh.mutate({ id });
      if (stateOf(calendar) === "connected") toast.success(`${nameOf(calendar)} can be read`);
      else toast.error(calendar.sync_error ?? "It cannot be read");
      router.refresh();
    } catch (error) {
      toast.error(pageError(error).message);
    }
    setAsking(false);
  }
  return { isAsking, ask: () => void refresh() };
}
