"use client";

import { History, RefreshCw, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { FormError } from "@/app/_components/form-error";
import { IconButton } from "@/app/_components/icon-button";
import { LoadMore } from "@/app/_components/pagination";
import { useTrpcClient } from "@/app/_trpc/client";
import { useMore } from "@/app/_trpc/use-more";
import type { WebhookDeliveryList } from "@/server/webhooks/schema";
import type { Clock } from "../../settings/api-keys/moment";
import { DeliveryFilters } from "./delivery-filters";
import { DeliveryTable } from "./delivery-table";
import { deliveryPageSize, type Filters, filteredHref, filterInput } from "./filters";
import { ReplayDialog } from "./replay-dialog";
import { useRefresh } from "./use-refresh";

type Props = Clock & {
  webhookId: string;
  first: z.infer<typeof WebhookDeliveryList>;
  filters: Filters;
};

/** What was sent, newest first, by outcome and event where wanted. */
export function Deliveries({ webhookId: id, first, filters, timeZone, now }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  const [loading, startLoading] = useTransition();
  const [replaying, setReplaying] = useState(false);
  const more = useMore(first, (after) =>
    client.webhooks.listDeliveries.query({
      id,
      limit: deliveryPageSize,
      starting_after: after,
      ...filterInput(filters),
    }),
  );
  const isFiltered = filters.status !== undefined || filters.event !== undefined;
  const isUnused = more.rows.length === 0 && !isFiltered;
  useRefresh(first.data.some(({ status, attempts }) => status === "pending" && attempts === 0));

  return (
    <section aria-labelledby="deliveries" aria-busy={loading} className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="deliveries" className="text-lg font-semibold">
          Deliveries
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          {!isUnused && (
            <>
              <DeliveryFilters
                filters={filters}
                disabled={loading}
                onChange={(next) =>
                  startLoading(() => router.replace(filteredHref(id, next), { scroll: false }))
                }
              />
              <Button icon={<RotateCcw />} onClick={() => setReplaying(true)}>
                Replay failed…
              </Button>
            </>
          )}
          <IconButton
            label="Refresh deliveries"
            icon={<RefreshCw aria-hidden />}
            variant="secondary"
            disabled={loading}
            onClick={() => startLoading(() => router.refresh())}
          />
        </div>
      </div>
      {more.rows.length > 0 ? (
        <DeliveryTable deliveries={more.rows} timeZone={timeZone} now={now} />
      ) : (
        <EmptyState icon={<History />} title={isUnused ? "Nothing sent yet" : "No such deliveries"}>
          {isUnused
            ? "Send a test event to see one arrive, or wait for the next booking."
            : "Nothing that was sent to this webhook is like that."}
        </EmptyState>
      )}
      <FormError error={more.error} />
      {more.rows.length > 0 && (
        <LoadMore
          shown={more.rows.length}
          noun={more.rows.length === 1 && !more.hasMore ? "delivery" : "deliveries"}
          hasMore={more.hasMore}
          onLoadMore={more.load}
          loading={more.loading}
        />
      )}
      <ReplayDialog webhookId={id} open={replaying} onOpenChange={setReplaying} />
    </section>
  );
}
