"use client";

import { CalendarClockIcon, PlusIcon } from "lucide-react";
import type { z } from "zod";
import { ButtonLink } from "@/app/_components/button-link";
import { FormError } from "@/app/_components/form-error";
import { PageHeader } from "@/app/_components/page-header";
import { LoadMore } from "@/app/_components/pagination";
import { useTrpcClient } from "@/app/_trpc/client";
import { useMore } from "@/app/_trpc/use-more";
import type { EventTypeList } from "@/server/event-types/schema";
import { EventTypeTable } from "./event-type-table";
import { FirstSteps } from "./first-steps";

type Props = { first: z.infer<typeof EventTypeList>; mode: "live" | "test"; mayChange: boolean };

export function EventTypes({ first, mode, mayChange }: Props) {
  const client = useTrpcClient();
  const more = useMore(first, (id) =>
    client.eventTypes.list.query({ limit: 50, starting_after: id }),
  );
  const isEmpty = more.rows.length === 0;
  return (
    <>
      <PageHeader
        title="Event types"
        description="What people can book with you, each with its own hours, limits and booking page."
        actions={
          isEmpty || !mayChange ? undefined : (
            <ButtonLink href="/event-types/new" variant="primary" icon={<PlusIcon aria-hidden />}>
              New event type
            </ButtonLink>
          )
        }
      />
      {isEmpty ? (
        <FirstSteps mode={mode} icon={<CalendarClockIcon />} />
      ) : (
        <EventTypeTable types={more.rows} />
      )}
      <FormError error={more.error} />
      {more.hasMore && (
        <LoadMore
          shown={more.rows.length}
          noun="event types"
          hasMore
          onLoadMore={more.load}
          loading={more.loading}
        />
      )}
    </>
  );
}
