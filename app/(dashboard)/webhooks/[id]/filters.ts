import { ListDeliveries } from "@/server/webhooks/schema";
import { webhookHref } from "../webhook-href";

/** Rows that the log shows at first, and adds at a time. */
export const deliveryPageSize = 25;

const Status = ListDeliveries.shape.status.catch(undefined);
const EventType = ListDeliveries.shape.event_type.catch(undefined);

/** The log's filter, from the page's address; anything unknown shows all. */
export const filtersOf = (asked: { status?: unknown; event?: unknown }) => ({
  status: Status.parse(asked.status),
  event: EventType.parse(asked.event),
});

export type Filters = ReturnType<typeof filtersOf>;

/** What the procedure is asked. */
export const filterInput = ({ status, event }: Filters) => ({
  ...(status === undefined ? {} : { status }),
  ...(event === undefined ? {} : { event_type: event }),
});

/** The page with a filter. */
export function filteredHref(id: string, { status, event }: Filters): string {
  const query = new URLSearchParams({
    ...(status === undefined ? {} : { status }),
    ...(event === undefined ? {} : { event }),
  });
  return query.size === 0 ? webhookHref(id) : `${webhookHref(id)}?${query.toString()}`;
}
