"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { useTrpcClient } from "@/app/_trpc/client";
import { ConnectFeed } from "@/server/calendars/schema";
import type { FormProps } from "./connect-dialog";
import { FormFrame } from "./form-frame";
import { useConnecting } from "./use-connecting";

type Typed = z.input<typeof ConnectFeed>;

export function FeedForm({ again, pending, onPending, onConnected, back }: FormProps) {
  const client = useTrpcClient();
  const { register, handleSubmit, setError, formState } = useForm<Typed>({
    resolver: zodResolver(ConnectFeed, undefined, { raw: true }),
    defaultValues: { url: "", ...(again === null ? {} : { member_id: again.member_id }) },
  });

  const { failure, connect } = useConnecting(
    { onPending, onConnected },
    {
      names: ["url"],
      setError: (name, message) => setError(name, { message }, { shouldFocus: true }),
    },
  );

  return (
    <FormFrame
      onSubmit={handleSubmit((typed) => connect(() => client.calendars.connectFeed.mutate(typed)))}
      pending={pending}
      progress="Reading the feed. This may take some seconds."
      back={back}
    >
      <FormError error={failure} />
      <Field
        label="Address of the feed"
        name="url"
        hint="It begins with https or webcal, and is often called the calendar's secret or public address. Nothing is written into it."
        error={formState.errors.url?.message}
        required
      >
        <Input
          {...register("url")}
          type="url"
          inputMode="url"
          placeholder="https://example.com/calendar.ics"
          autoComplete="off"
          spellCheck={false}
          maxLength={2048}
        />
      </Field>
    </FormFrame>
  );
}
