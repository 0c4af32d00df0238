import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Textarea } from "@/app/_components/textarea";
import { type PageError, pageError } from "@/app/_trpc/error";
import { refusalWords } from "../../refusal-words";
import { visitor } from "../../visitor-client";
import { inLanguage } from "../../words/language";
import { useWords } from "../../words/use-words";
import { FocusedHeading } from "./focused-heading";

type Props = { id: string; token: string; onLeave: () => void };

export function CancelForm({ id, token, onLeave }: Props) {
  const spoken = useWords();
  const { manage, form: fields } = spoken.words;
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<PageError | null>(null);

  async function cancel(form: HTMLFormElement) {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    const reason = new FormData(form).get("reason");
    try {
      await visitor.cancel({
        id,
        token,
        ...(typeof reason === "string" && reason.trim() !== "" ? { reason } : {}),
      });
      window.location.replace(
        inLanguage(`/manage/${id}?token=${encodeURIComponent(token)}`, spoken.asked),
      );
    } catch (error) {
      setRefusal(refusalWords(pageError(error), spoken));
      setSending(false);
    }
  }

  return (
    <form
      className="grid gap-4 border-t border-line pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        void cancel(event.currentTarget);
      }}
    >
      <FocusedHeading>{manage.cancelTitle}</FocusedHeading>
      <FormError error={refusal} />
      <Field
        label={manage.reason}
        name="reason"
        optional={fields.optional}
        hint={manage.reasonHint}
      >
        <Textarea name="reason" maxLength={500} rows={2} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onLeave}>{manage.keep}</Button>
        <Button type="submit" variant="danger" loading={sending}>
          {manage.cancel}
        </Button>
      </div>
    </form>
  );
}
