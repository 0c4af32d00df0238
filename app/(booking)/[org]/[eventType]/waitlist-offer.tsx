import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { pageError } from "@/app/_trpc/error";
import { textOf } from "../../answers";
import { useProblems } from "../../use-problems";
import { visitor } from "../../visitor-client";
import { inLanguage } from "../../words/language";
import { useWords } from "../../words/use-words";
import { browserZone } from "../../zone-memory";

type Props = {
  eventTypeId: string;
  zone: string;
  person: { name: string; email: string };
};

/** For who finds no time that suits: the next place that becomes free is held for them. */
export function WaitlistOffer({ eventTypeId, zone, person }: Props) {
  const [sending, setSending] = useState(false);
  const { errors, refusal, find, show, refuse } = useProblems();
  const { words, asked } = useWords();
  const { form: labels, waitlist, refusals } = words;

  async function join(form: HTMLFormElement) {
    if (sending || find(form)) return;
    setSending(true);
    const typed = new FormData(form);
    try {
      const { id, cancel_token: token } = await visitor.joinWaitlist({
        event_type_id: eventTypeId,
        invitee_name: textOf(typed, "invitee_name"),
        invitee_email: textOf(typed, "invitee_email"),
        invitee_timezone: browserZone() ?? zone,
      });
      window.location.assign(
        inLanguage(`/waitlist/${id}?token=${encodeURIComponent(token ?? "")}`, asked),
      );
    } catch (error) {
      const problem = pageError(error);
      // Of joining, a conflict is one of two things.
      if (problem.code !== "conflict") show(form, problem);
      else refuse(problem.details === undefined ? refusals.full : refusals.waiting);
      setSending(false);
    }
  }

  const joining = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void join(event.currentTarget);
  };

  return (
    <details className="mx-auto mt-6 max-w-xl rounded-xl border border-line bg-surface px-5 py-4">
      <summary className="font-medium">{waitlist.offer}</summary>
      <form noValidate className="mt-4 grid gap-4" onSubmit={joining}>
        <p className="text-muted">{waitlist.about}</p>
        <FormError error={refusal} />
        <Field label={labels.name} name="invitee_name" error={errors["invitee_name"]} required>
          <Input
            name="invitee_name"
            autoComplete="name"
            maxLength={255}
            required
            defaultValue={person.name}
          />
        </Field>
        <Field label={labels.email} name="invitee_email" error={errors["invitee_email"]} required>
          <Input
            name="invitee_email"
            type="email"
            autoComplete="email"
            maxLength={254}
            required
            defaultValue={person.email}
          />
        </Field>
        <div>
          <Button type="submit" loading={sending}>
            {waitlist.join}
          </Button>
        </div>
      </form>
    </details>
  );
}
