"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { z } from "zod";
import { Dialog, DialogContent } from "@/app/_components/dialog";
import type { Calendar, ConnectOptions } from "@/server/calendars/schema";
import { CaldavForm } from "./caldav-form";
import { FeedForm } from "./feed-form";
import { type Kind, kindOf, kinds, titleOf } from "./kinds";
import { ProviderChoice } from "./provider-choice";
import { SignInStep } from "./sign-in-step";

export type Options = z.infer<typeof ConnectOptions>;

/** A new account, or one that is to be let in again. */
export type Wish = { again: Calendar | null };

type Props = { wish: Wish | null; onClose: () => void; options: Options };

/** Chooses what to connect, and connects it. */
export function ConnectDialog({ wish, onClose, options }: Props) {
  // Still there while the dialog fades out; each time it opens it begins anew.
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState(wish);
  if (wish !== null && wish !== shown) {
    setShown(wish);
    setRound(round + 1);
  }
  return (
    <Dialog open={wish !== null} onOpenChange={(open) => !open && onClose()}>
      {shown !== null && <Steps key={round} wish={shown} close={onClose} options={options} />}
    </Dialog>
  );
}

/** What each of the forms is given. */
export type FormProps = {
  again: Calendar | null;
  pending: boolean;
  onPending: (pending: boolean) => void;
  onConnected: (calendar: Calendar) => void;
  /** To the choice; null when there was none. */
  back: (() => void) | null;
};

function Steps({
  wish: { again },
  close,
  options,
}: {
  wish: Wish;
  close: () => void;
  options: Options;
}) {
  const router = useRouter();
  const [kind, setKind] = useState<Kind | null>(again && kindOf(again));
  // Closed while it is being connected, it would be connected unseen.
  const [pending, setPending] = useState(false);

  function done(calendar: Calendar) {
    close();
    toast.success(`${titleOf(calendar)} is connected`, { description: usedFor(calendar) });
    router.refresh();
  }

  const { title, description } = headings(kind, again);
  return (
    <DialogContent title={title} description={description} dismissible={!pending}>
      {kind === null ? (
        <ProviderChoice options={options} choose={setKind} />
      ) : (
        <Form
          kind={kind}
          again={again}
          pending={pending}
          onPending={setPending}
          onConnected={done}
          back={again === null ? () => setKind(null) : null}
        />
      )}
    </DialogContent>
  );
}

function Form({ kind, ...props }: FormProps & { kind: Kind }) {
  switch (kind) {
    case "google":
    case "microsoft":
      return <SignInStep kind={kind} back={props.back} />;
    case "ics":
      return <FeedForm {...props} />;
    case "icloud":
    case "fastmail":
    case "nextcloud":
    case "caldav":
      return <CaldavForm kind={kind} {...props} />;
  }
}

function headings(kind: Kind | null, again: Calendar | null) {
  if (kind === null) {
    return { title: "Connect a calendar", description: "Where do you keep it?" };
  }
  return {
    title: `Connect ${again === null ? nouns[kind] : `${titleOf(again)} again`}`,
    description: undefined,
  };
}

const nouns: Record<Kind, string> = {
  google: kinds.google.name,
  microsoft: kinds.microsoft.name,
  icloud: kinds.icloud.name,
  fastmail: kinds.fastmail.name,
  nextcloud: kinds.nextcloud.name,
  caldav: "a CalDAV account",
  ics: "a calendar feed",
};

function usedFor({ calendar_id: receiving, provider_metadata: { calendars } }: Calendar): string {
  const busy = calendars.filter((each) => each.is_busy).length;
  const closes = busy === 1 ? "1 calendar closes slots" : `${busy} calendars close slots`;
  const into = calendars.find(({ id }) => id === receiving);
  return into === undefined ? `${closes}.` : `${closes}; bookings are written into “${into.name}”.`;
}
