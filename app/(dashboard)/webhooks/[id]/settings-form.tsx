"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { toast } from "sonner";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Switch } from "@/app/_components/switch";
import { Textarea } from "@/app/_components/textarea";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { UpdateWebhook, type Webhook } from "@/server/webhooks/schema";
import { EventsField } from "../events-field";
import { UrlField } from "../url-field";

type Typed = z.input<typeof UpdateWebhook>;

const labels = { url: "Address", events: "Events", description: "Description" };

export function SettingsForm({ webhook }: { webhook: Webhook }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const { id, url, events, active, description } = webhook;
  const { register, control, handleSubmit, formState } = useForm<Typed>({
    resolver: zodResolver(UpdateWebhook, undefined, { raw: true }),
    defaultValues: { id, url, events, active, description: description ?? "" },
  });
  const { errors } = formState;

  async function save(typed: Typed) {
    setPending(true);
    setFailure(null);
    try {
      await client.webhooks.update.mutate({ ...typed, description: typed.description || null });
      toast.success("Saved");
      router.refresh();
    } catch (error) {
      setFailure(pageError(error));
    }
    setPending(false);
  }

  const submit = handleSubmit(save);
  return (
    <form noValidate onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}>
      <Card
        title="Settings"
        footer={
          <Button type="submit" variant="primary" loading={pending}>
            Save changes
          </Button>
        }
      >
        <div className="grid max-w-2xl gap-5">
          <FormError error={failure} labels={labels} />
          <Switch
            {...register("active")}
            label="Send events to it"
            hint="Turned off, it is sent nothing new, and what is still to be sent is given up. It can be resent."
          />
          <UrlField {...register("url")} error={errors.url?.message} />
          <Controller
            control={control}
            name="events"
            render={({ field: { value = [], onChange } }) => (
              <EventsField value={value} onChange={onChange} error={errors.events?.message} />
            )}
          />
          <Field
            label="Description"
            name="description"
            error={errors.description?.message}
            optional
          >
            <Textarea {...register("description")} rows={2} maxLength={500} />
          </Field>
        </div>
      </Card>
    </form>
  );
}
