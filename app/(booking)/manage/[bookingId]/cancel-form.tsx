"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Textarea } from "@/app/_components/textarea";
import { type PageError, pageError } from "@/app/_trpc/error";
import { visitor } from "../../visitor-client";
import { FocusedHeading } from "./focused-heading";

type Props = { id: string; token: string; onLeave: () => void };

export function CancelForm({ id, token, onLeave }: Props) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<PageError | null>(null);

  async function cancel(form: HTMLFormElement) {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    const reason = new FormData(form).get("reason");
    try {
      await visitor.bookings.cancel.mutate({
        id,
        token,
        ...(typeof reason === "string" && reason.trim() !== "" ? { reason } : {}),
      });
      router.replace(`/manage/${id}?token=${encodeURIComponent(token)}`);
      router.refresh();
    } catch (error) {
      setRefusal(pageError(error));
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
      <FocusedHeading>Cancel this booking?</FocusedHeading>
      <FormError error={refusal} />
      <Field label="Reason" name="reason" optional hint="Whoever you booked with can read it.">
        <Textarea name="reason" maxLength={500} rows={2} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onLeave}>Keep the booking</Button>
        <Button type="submit" variant="danger" loading={sending}>
          Cancel booking
        </Button>
      </div>
    </form>
  );
}
