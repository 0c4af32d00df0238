"use client";

import { Segmented } from "@/app/_components/segmented";
import { Select, SelectItem } from "@/app/_components/select";
import { WebhookEvent, webhookEvents } from "@/server/webhooks/schema";
import type { Filters } from "./filters";

/** A Select cannot hold an empty value. */
const all = "all";

type Props = { filters: Filters; disabled: boolean; onChange: (filters: Filters) => void };

export function DeliveryFilters({ filters, disabled, onChange }: Props) {
  return (
    <>
      <Segmented<NonNullable<Filters["status"]> | typeof all>
        label="Which deliveries to show"
        value={filters.status ?? all}
        disabled={disabled}
        onValueChange={(next) => onChange({ ...filters, status: next === all ? undefined : next })}
        options={[
          { value: all, label: "All" },
          { value: "success", label: "Arrived" },
          { value: "pending", label: "Pending" },
          { value: "failed", label: "Failed" },
        ]}
      />
      <Select
        aria-label="Event"
        className="w-full sm:w-52"
        value={filters.event ?? all}
        disabled={disabled}
        onValueChange={(next) =>
          onChange({ ...filters, event: next === all ? undefined : WebhookEvent.parse(next) })
        }
      >
        <SelectItem value={all}>All events</SelectItem>
        {webhookEvents.map((event) => (
          <SelectItem key={event} value={event}>
            {event}
          </SelectItem>
        ))}
      </Select>
    </>
  );
}
