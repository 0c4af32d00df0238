"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { ConnectFeed } from "@/server/calendars/schema";
import type { FormProps } from "./connect-dialog";
import { fieldErrors } from "./field-errors";
import { FormFrame } from "./form-frame";

type Typed = z.input<typeof ConnectFeed>;

export function FeedForm({ again, pending, onPending, onConnected, back }: FormProps) {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const { register, handleSubmit, setError, formState } = useForm<Typed>({
    resolver: zodResolver(ConnectFeed, undefined, { raw: true }),
    defaultValues: { url: "", ...(again === null ? {} : { member_id: again.member_id }) },
  });

  // Called straight, not through the query client: the address lets in whoever has it.
  async function connect(typed: Typed) {
    onPending(true);
    setFailure(null);
    try {
      onConnected(await client.calendars.connectFeed.mutate(typed));
    } catch (error) {
      const { own, rest } = fieldErrors(pageError(error), ["url"]);
      for (const [name, message] of own) setError(name, { message }, { shouldFocus: true });
      setFailure(rest);
    }
    onPending(false);
  }

  return (
    <FormFrame
      onSubmit={handleSubmit(connect)}
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
