import { CheckIcon } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonAnchor } from "@/app/_components/button-anchor";
import { ButtonLink } from "@/app/_components/button-link";
import { cn } from "@/app/_components/cn";
import { QuickStart } from "./quick-start";
import { type Progress, type StepKey, stepsOf } from "./steps";

/** The way from nothing to a first booking; only what is next has buttons. */
export function Checklist({ progress }: { progress: Progress }) {
  const steps = stepsOf(progress);
  const next = steps.find(({ isDone }) => !isDone)?.key;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="first-steps" className="rounded-lg border border-line bg-surface">
      <header className="flex items-baseline justify-between gap-3 px-5 pt-5">
        <h2 id="first-steps" className="text-lg font-semibold">
          To your first booking
        </h2>
        <p className="text-sm text-muted">
          {done} of {steps.length} done
        </p>
      </header>
      <ol className="grid gap-5 p-5">
        {steps.map(({ key, isDone }, index) => (
          <li key={key} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
            <span
              className={cn(
                "mt-px inline-flex size-5.5 items-center justify-center rounded-full text-xs font-semibold",
                isDone ? "bg-success-soft text-success-text" : "bg-hover text-muted",
                key === next && "bg-accent text-on-accent",
              )}
            >
              {isDone ? <CheckIcon aria-label="Done" className="size-3.5" /> : index + 1}
            </span>
            <div className="grid justify-items-start gap-1">
              <p className={cn("font-medium", isDone && "text-muted")}>{words[key].title}</p>
              {!isDone && <p className="text-muted">{words[key].text}</p>}
              {key === next && (
                <div className="mt-2 flex flex-wrap gap-2">{way(key, progress)}</div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const words: Record<StepKey, { title: string; text: string }> = {
  "event-type": {
    title: "Create an event type",
    text: "Something people can book with you. It is open Monday to Friday, 9 to 5, until you change that.",
  },
  booking: {
    title: "Book it yourself",
    text: "On its own page, as anyone you send the address to. You can cancel right after.",
  },
  key: {
    title: "Create an API key",
    text: "Your own site, tools and agents book over REST with it.",
  },
};

function way(key: StepKey, { bookingUrl }: Progress): ReactNode {
  switch (key) {
    case "event-type":
      return (
        <>
          <QuickStart />
          <ButtonLink href="/event-types/new">Make my own</ButtonLink>
        </>
      );
    case "booking":
      return (
        bookingUrl !== null && (
          <ButtonAnchor variant="primary" href={bookingUrl}>
            Open the booking page
          </ButtonAnchor>
        )
      );
    case "key":
      return (
        <>
          <ButtonLink variant="primary" href="/settings/api-keys">
            Go to API keys
          </ButtonLink>
          <ButtonLink href="/docs/quickstart">Quickstart</ButtonLink>
        </>
      );
  }
}
