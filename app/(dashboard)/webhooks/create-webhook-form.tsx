"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_components/dialog";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Textarea } from "@/app/_components/textarea";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { CreateWebhook, type WebhookWithSecret } from "@/server/webhooks/schema";
import { usualEvents } from "./event-catalogue";
import { EventsField } from "./events-field";
import { UrlField } from "./url-field";

type Typed = z.input<typeof CreateWebhook>;

type Props = {
  pending: boolean;
  onPending: (pending: boolean) => void;
  onCreated: (created: z.infer<typeof WebhookWithSecret>) => void;
};

const labels = { url: "Address", events: "Events", description: "Description" };

export function CreateWebhookForm({ pending, onPending, onCreated }: Props) {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const { register, control, handleSubmit, formState } = useForm<Typed>({
    resolver: zodResolver(CreateWebhook, undefined, { raw: true }),
    defaultValues: { url: "", events: usualEvents, description: "" },
  });
  const { errors } = formState;

  // Called straight, not through the query client, whose cache would keep the secret.
  async function create(typed: Typed) {
    onPending(true);
    setFailure(null);
    try {
      const description = typed.description || null;
      onCreated(await client.webhooks.create.mutate({ ...typed, description }));
    } catch (error) {
      setFailure(pageError(error));
    }
    onPending(false);
  }

  const submit = handleSubmit(create);
  return (
    <form
      className="contents"
      noValidate
      onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}
    >
      <DialogBody>
        <FormError error={failure} labels={labels} />
        <UrlField {...register("url")} error={errors.url?.message} />
        <Controller
          control={control}
          name="events"
          render={({ field: { value, onChange } }) => (
            <EventsField value={value} onChange={onChange} error={errors.events?.message} />
          )}
        />
        <Field label="Description" name="description" error={errors.description?.message} optional>
          <Textarea {...register("description")} rows={2} maxLength={500} />
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" loading={pending}>
          Add webhook
        </Button>
      </DialogFooter>
    </form>
  );
}
