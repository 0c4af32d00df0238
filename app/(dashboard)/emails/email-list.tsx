"use client";

import Link from "next/link";
import { FormError } from "@/app/_components/form-error";
import { LocalTime } from "@/app/_components/local-time";
import { LoadMore } from "@/app/_components/pagination";
import { useTrpcClient } from "@/app/_trpc/client";
import { useMore } from "@/app/_trpc/use-more";
import type { EmailList as EmailPage } from "@/server/emails/schema";
import { EmailBadge } from "./email-badge";
import { kindLabel } from "./kind-labels";

type Props = { first: EmailPage; timeZone: string };

export function EmailList({ first, timeZone }: Props) {
  const client = useTrpcClient();
  const more = useMore(first, (id) => client.emails.list.query({ limit: 50, starting_after: id }));
  return (
    <div>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {more.rows.map((email) => (
          <li
            key={email.id}
            className="relative grid gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-b-0 hover:bg-hover/60 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
          >
            <div className="grid min-w-0 gap-0.5">
              <Link
                href={`/emails/${email.id}`}
                className="truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
              >
                {email.subject}
              </Link>
              <p className="truncate text-sm text-muted">
                {kindLabel(email.kind)} · {email.recipient}
              </p>
            </div>
            <div className="flex items-center gap-3">
              <span className="text-sm whitespace-nowrap text-muted">
                <LocalTime at={email.created_at} timeZone={timeZone} locale="en-US" />
              </span>
              <EmailBadge email={email} />
            </div>
          </li>
        ))}
      </ul>
      <FormError error={more.error} />
      <LoadMore
        shown={more.rows.length}
        noun={more.rows.length === 1 && !more.hasMore ? "mail" : "mails"}
        hasMore={more.hasMore}
        onLoadMore={more.load}
        loading={more.loading}
      />
    </div>
  );
}
