import { MapPinIcon, VideoIcon } from "lucide-react";
import type { EventTypePage } from "@/server/event-types/schema";
import { Logo } from "../../logo";
import { placeOf } from "../../place";
import { useWords } from "../../words/use-words";

/** What is offered, and by whom. */
export function Summary({ eventType }: { eventType: EventTypePage }) {
  const place = placeOf(eventType, useWords().words.basics.places);
  const isOnline =
    eventType.conferencing_provider !== null && eventType.conferencing_provider !== "in_person";
  const Icon = isOnline ? VideoIcon : MapPinIcon;
  return (
    <>
      <Logo url={eventType.logo_url} organization={eventType.organization_name} />
      <div className="grid gap-1">
        <p className="text-base text-muted">{eventType.organization_name}</p>
        <h1 className="flex items-baseline gap-2.5 text-2xl font-semibold">
          <span
            aria-hidden
            className="size-3 shrink-0 rounded-full"
            style={{ backgroundColor: eventType.color }}
          />
          <span className="min-w-0 wrap-anywhere">{eventType.title}</span>
        </h1>
      </div>
      {place !== null && (
        <p className="flex gap-2.5 text-base text-muted">
          <Icon aria-hidden className="mt-0.75 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{place}</span>
        </p>
      )}
    </>
  );
}

export function Description({ text }: { text: string | null }) {
  if (text === null || text === "") return null;
  return <p className="text-base wrap-anywhere whitespace-pre-line text-muted">{text}</p>;
}
