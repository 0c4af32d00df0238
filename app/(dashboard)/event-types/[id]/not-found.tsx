import { CalendarX2Icon } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";

export default function EventTypeNotFound() {
  return (
    <EmptyState
      heading="h1"
      icon={<CalendarX2Icon />}
      title="There is no such event type here"
      action={
        <ButtonLink href="/event-types" variant="primary">
          Go to event types
        </ButtonLink>
      }
    >
      It may have been deleted, or it belongs to the other side of the Live/Test switch.
    </EmptyState>
  );
}
