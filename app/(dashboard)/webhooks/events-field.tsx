"use client";

import { Checkbox } from "@/app/_components/checkbox";
import { FieldGroup } from "@/app/_components/field";
import { type WebhookEvent, webhookEvents } from "@/server/webhooks/schema";
import { eventCatalogue } from "./event-catalogue";

type Props = {
  value: readonly WebhookEvent[];
  onChange: (events: WebhookEvent[]) => void;
  error: string | undefined;
};

/** All there is to be told of, each with what it means. */
export function EventsField({ value, onChange, error }: Props) {
  return (
    <FieldGroup label="Events" name="events" error={error} required>
      <div className="grid gap-3">
        {webhookEvents.map((event) => (
          <Checkbox
            key={event}
            label={<code className="font-mono text-sm">{event}</code>}
            hint={eventCatalogue[event]}
            checked={value.includes(event)}
            onChange={({ target: { checked } }) =>
              // In the catalogue's order, whatever the order of clicks.
              onChange(
                webhookEvents.filter((each) => (each === event ? checked : value.includes(each))),
              )
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}
