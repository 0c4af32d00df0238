"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_components/dialog";
import { Field, FieldGroup } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { RadioGroup, RadioGroupItem } from "@/app/_components/radio-group";
import { Textarea } from "@/app/_components/textarea";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { CreateApiKey, type CreatedApiKey, type Mode } from "@/server/api-keys/schema";

type Typed = z.input<typeof CreateApiKey>;
type Checked = z.output<typeof CreateApiKey>;

type Props = {
  mode: Mode;
  pending: boolean;
  onPending: (pending: boolean) => void;
  onCreated: (created: z.infer<typeof CreatedApiKey>) => void;
};

const labels = { name: "Name", mode: "Mode", description: "Description" };

export function CreateKeyForm({ mode, pending, onPending, onCreated }: Props) {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const { register, control, handleSubmit, formState } = useForm<Typed, unknown, Checked>({
    resolver: zodResolver(CreateApiKey),
    defaultValues: { name: "", mode, description: "" },
  });
  const { errors } = formState;

  // Called straight, not through the query client, whose cache would keep the key.
  async function create(input: Checked) {
    onPending(true);
    setFailure(null);
    try {
      onCreated(
        await client.apiKeys.create.mutate({ ...input, description: input.description || null }),
      );
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
        <Field
          label="Name"
          name="name"
          hint="Where it will be used: “Website”, “CRM sync”."
          error={errors.name?.message}
          required
        >
          <Input {...register("name")} autoComplete="off" maxLength={100} />
        </Field>
        {mode === "test" ? (
          <p className="rounded-lg bg-test-soft px-3.5 py-3 text-base text-test-text">
            This will be a test key: the dashboard is in test mode. Switch it to live to create live
            keys.
          </p>
        ) : (
          <FieldGroup label="Mode" name="mode" error={errors.mode?.message}>
            <Controller
              control={control}
              name="mode"
              render={({ field }) => (
                <RadioGroup
                  value={field.value ?? mode}
                  onValueChange={field.onChange}
                  onBlur={field.onBlur}
                  className="sm:grid-cols-2"
                >
                  <RadioGroupItem
                    value="live"
                    label="Live"
                    hint="Real bookings with real people."
                  />
                  <RadioGroupItem
                    value="test"
                    label="Test"
                    hint="Sees and changes test data alone."
                  />
                </RadioGroup>
              )}
            />
          </FieldGroup>
        )}
        <Field label="Description" name="description" error={errors.description?.message} optional>
          <Textarea {...register("description")} rows={2} maxLength={500} />
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" loading={pending}>
          Create Key
        </Button>
      </DialogFooter>
    </form>
  );
}
