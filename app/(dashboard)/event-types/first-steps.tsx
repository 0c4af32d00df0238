import { PlusIcon } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";

const steps = [
  { title: "Create an event type", text: "A title and a duration; its hours are there already." },
  { title: "Share its page", text: "People book on it, in their own time zone." },
  { title: "Create an API key", text: "Your own site and tools book over REST." },
];

/** The list while nothing is in it: what to do first, and what comes then. */
export function FirstSteps({ mode, icon }: { mode: "live" | "test"; icon: ReactNode }) {
  return (
    <EmptyState
      icon={icon}
      title={mode === "test" ? "No test event types" : "Create your first event type"}
      action={
        <>
          <ButtonLink href="/event-types/new" variant="primary" icon={<PlusIcon aria-hidden />}>
            New event type
          </ButtonLink>
          <ButtonLink href="/settings/api-keys">API keys</ButtonLink>
        </>
      }
    >
      <p>
        {mode === "test"
          ? "In test mode you try things out: what you make here is for test keys alone, and nobody real is booked."
          : "An event type is something that people can book with you: an intro call, a consultation, a class."}
      </p>
      <ol className="mx-auto mt-6 grid w-fit gap-3.5 text-left">
        {steps.map((step, index) => (
          <li key={step.title} className="grid grid-cols-[auto_1fr] content-start gap-x-2.5">
            <span
              aria-hidden
              className="inline-flex size-5.5 items-center justify-center rounded-full bg-hover text-xs font-semibold text-muted"
            >
              {index + 1}
            </span>
            <span className="font-medium text-ink">{step.title}</span>
            <span className="col-start-2 text-sm">{step.text}</span>
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}
