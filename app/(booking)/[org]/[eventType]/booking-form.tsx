import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { Textarea } from "@/app/_components/textarea";
import type { PageError } from "@/app/_trpc/error";
import type { EventType } from "@/server/event-types/schema";
import { answerName } from "../../answers";
import { QuestionField } from "../../question-field";
import { useProblems } from "../../use-problems";
import { useWords } from "../../words/use-words";
import { type BookingInput, bookingInput, fieldOf } from "./form-input";
import { GuestFields } from "./guest-fields";

/** Booked, and on the way to the confirmation; the time was lost; or refused for another reason. */
export type BookingOutcome = "booked" | "lost" | PageError;

type Props = {
  eventType: EventType;
  person: { name: string; email: string; notes: string };
  /** Kept in the page while another time is chosen, with all that was typed. */
  hidden: boolean;
  startMs: number | null;
  /** The chosen time in words. */
  when: string;
  /** The same where the event type is at home, if clocks show another time there. */
  whenThere: string | null;
  zone: string;
  onBack: () => void;
  onBook: (input: BookingInput) => Promise<BookingOutcome>;
};

export function BookingForm({ eventType, person, hidden, startMs, zone, ...props }: Props) {
  const { words } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const wasHidden = useRef(hidden);
  const [guests, setGuests] = useState(0);
  const { errors, refusal, find, show } = useProblems(fieldOf);
  const [sending, setSending] = useState(false);
  const { questions } = eventType;

  useEffect(() => {
    if (wasHidden.current && !hidden) heading.current?.focus();
    wasHidden.current = hidden;
  }, [hidden]);

  async function submit(form: HTMLFormElement) {
    if (sending || find(form)) return;
    setSending(true);
    const input = bookingInput(new FormData(form), { questions, guests, zone });
    const outcome = await props.onBook(input);
    // Until the confirmation is there, a second click must not try to book the same again.
    if (outcome === "booked") return;
    setSending(false);
    if (outcome !== "lost") show(form, outcome);
  }

  const invited = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(event.currentTarget);
  };

  return (
    <form noValidate hidden={hidden} onSubmit={invited} className="max-w-xl">
      <div className="grid gap-5">
        <div className="grid gap-1.5">
          <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold outline-none">
            {words.form.details}
          </h2>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
            {startMs !== null && (
              <time dateTime={new Date(startMs).toISOString()}>{props.when}</time>
            )}
            <button
              type="button"
              onClick={props.onBack}
              className="text-base text-accent-text underline underline-offset-2"
            >
              {words.form.change}
            </button>
          </p>
          {props.whenThere !== null && <p className="text-base text-muted">{props.whenThere}</p>}
        </div>
        <FormError error={refusal} />
        <Field label={words.form.name} name="invitee_name" required error={errors["invitee_name"]}>
          <Input
            name="invitee_name"
            required
            maxLength={255}
            autoComplete="name"
            defaultValue={person.name}
          />
        </Field>
        <Field
          label={words.form.email}
          name="invitee_email"
          required
          error={errors["invitee_email"]}
        >
          <Input
            name="invitee_email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            defaultValue={person.email}
          />
        </Field>
        {questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            error={errors[answerName(question)]}
          />
        ))}
        {eventType.max_attendees > 1 && (
          <GuestFields
            count={guests}
            max={eventType.max_attendees - 1}
            errors={errors}
            onCount={setGuests}
          />
        )}
        <Field
          label={words.form.notes}
          name="notes"
          optional={words.form.optional}
          error={errors["notes"]}
        >
          <Textarea name="notes" maxLength={1000} defaultValue={person.notes} />
        </Field>
        <div className="flex flex-wrap gap-2 max-sm:flex-col-reverse">
          <Button size="lg" onClick={props.onBack}>
            {words.form.back}
          </Button>
          <Button size="lg" variant="primary" type="submit" loading={sending}>
            {words.form.book}
          </Button>
        </div>
      </div>
    </form>
  );
}
