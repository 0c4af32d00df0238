"use client";

import { RefreshCw, ScrollText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { z } from "zod";
import { EmptyState } from "@/app/_components/empty-state";
import { FormError } from "@/app/_components/form-error";
import { IconButton } from "@/app/_components/icon-button";
import { LoadMore } from "@/app/_components/pagination";
import { Segmented } from "@/app/_components/segmented";
import { useTrpcClient } from "@/app/_trpc/client";
import { useMore } from "@/app/_trpc/use-more";
import type { KeyRequestList } from "@/server/api-keys/schema";
import { keyHref } from "../key-menu";
import { RequestTable } from "./request-table";
import { requestPageSize, type Show } from "./status-classes";

type Props = {
  apiKeyId: string;
  first: z.infer<typeof KeyRequestList>;
  show: Show;
  timeZone: string;
};

/** What was asked with the key, newest first, by class of status where wanted. */
export function RequestLog({ apiKeyId: id, first, show, timeZone }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  const [loading, startLoading] = useTransition();
  const filter = show === "all" ? {} : { status: show };
  const more = useMore(first, (after) =>
    client.apiKeys.listRequests.query({
      id,
      limit: requestPageSize,
      starting_after: after,
      ...filter,
    }),
  );
  const isUnused = more.rows.length === 0 && show === "all";

  function change(next: Show) {
    const href = keyHref({ id });
    const query = next === "all" ? "" : `?status=${next}`;
    startLoading(() => router.replace(`${href}${query}`, { scroll: false }));
  }

  return (
    <section aria-labelledby="requests" aria-busy={loading} className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="requests" className="text-lg font-semibold">
          Requests of the last 30 days
        </h2>
        <div className="flex items-center gap-2">
          {!isUnused && (
            <Segmented
              label="Which answers to show"
              value={show}
              onValueChange={change}
              disabled={loading}
              options={[
                { value: "all", label: "All" },
                { value: "4xx", label: "4xx" },
                { value: "5xx", label: "5xx" },
              ]}
            />
          )}
          <IconButton
            label="Refresh requests"
            icon={<RefreshCw aria-hidden />}
            variant="secondary"
            disabled={loading}
            onClick={() => startLoading(() => router.refresh())}
          />
        </div>
      </div>
      {more.rows.length > 0 ? (
        <RequestTable requests={more.rows} timeZone={timeZone} />
      ) : (
        <EmptyState
          icon={<ScrollText />}
          title={isUnused ? "No requests yet" : `No ${show} answers`}
        >
          {isUnused
            ? "What is asked with this key appears here a few seconds later. A key that is refused (401) leaves no line."
            : "No request of the last 30 days was answered like that."}
        </EmptyState>
      )}
      <FormError error={more.error} />
      {more.rows.length > 0 && (
        <LoadMore
          shown={more.rows.length}
          noun={more.rows.length === 1 && !more.hasMore ? "request" : "requests"}
          hasMore={more.hasMore}
          onLoadMore={more.load}
          loading={more.loading}
        />
      )}
    </section>
  );
}
