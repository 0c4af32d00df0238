"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { type PageError, pageError } from "@/app/_trpc/error";
import { visitor } from "../../visitor-client";
import { browserZone } from "../../zone-memory";

type Props = { eventTypeId: string; zone: string };

const labels = { invitee_name: "Name", invitee_email: "E-mail" };

/** For who finds no time that suits: the next place that becomes free is held for them. */
export function WaitlistOffer({ eventTypeId, zone }: Props) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<PageError | null>(null);

  async function join(form: HTMLFormElement) {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    const typed = new FormData(form);
    const text = (name: string) => {
      const value = typed.get(name);
      return typeof value === "string" ? value : "";
    };
    try {
      const { id, cancel_token: token } = await visitor.waitlist.join.mutate({
        event_type_id: eventTypeId,
        invitee_name: text("invitee_name"),
        invitee_email: text("invitee_email"),
        invitee_timezone: browserZone() ?? zone,
      });
      router.push(`/waitlist/${id}?token=${encodeURIComponent(token ?? "")}`);
    } catch (error) {
      setRefusal(pageError(error));
      setSending(false);
    }
  }

  return (
    <details className="mx-auto mt-6 max-w-xl rounded-xl border border-line bg-surface px-5 py-4">
      <summary className="font-medium">No time that suits? Join the waitlist</summary>
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void join(event.currentTarget);
        }}
      >
        <p className="text-muted">
          When a place becomes free, it is held for you, and you are mailed a link to confirm it.
        </p>
        <FormError error={refusal} labels={labels} />
        <Field
          label={labels.invitee_name}
          name="invitee_name"
          error={refusal?.details?.["invitee_name"]}
          required
        >
          <Input name="invitee_name" autoComplete="name" maxLength={255} required />
        </Field>
        <Field
          label={labels.invitee_email}
          name="invitee_email"
          error={refusal?.details?.["invitee_email"]}
          required
        >
          <Input name="invitee_email" type="email" autoComplete="email" maxLength={254} required />
        </Field>
        <div>
          <Button type="submit" loading={sending}>
            Join the waitlist
          </Button>
        </div>
      </form>
    </details>
  );
}
