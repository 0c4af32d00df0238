"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { Controller, type FieldErrors, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_components/dialog";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { Textarea } from "@/app/_components/textarea";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { CreateApiKey, type CreatedApiKey, type Mode } from "@/server/api-keys/schema";
import { namingAddresses } from "./addresses";
import { AddressesField } from "./addresses-field";
import { ExpiryField } from "./expiry-field";
import { ModeField } from "./mode-field";
import { ScopeField } from "./scope-field";

type Typed = z.input<typeof CreateApiKey>;

type Props = {
  mode: Mode;
  timeZone: string;
  pending: boolean;
  onPending: (pending: boolean) => void;
  onCreated: (created: z.infer<typeof CreatedApiKey>) => void;
};

const labels = {
  name: "Name",
  mode: "Mode",
  scopes: "Access",
  expires_at: "Expires",
  allowed_ips: "Allowed addresses",
  description: "Description",
};

export function CreateKeyForm({ mode, timeZone, pending, onPending, onCreated }: Props) {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const { register, control, handleSubmit, formState, getValues } = useForm<Typed>({
    // What is sent is what was typed; the server reads it with the same schema.
    resolver: zodResolver(CreateApiKey, undefined, { raw: true }),
    defaultValues: {
      name: "",
      mode,
      scopes: ["*"],
      expires_at: null,
      allowed_ips: [],
      description: "",
    },
  });
  const { errors } = formState;

  // Called straight, not through the query client, whose cache would keep the key.
  async function create(typed: Typed) {
    onPending(true);
    setFailure(null);
    try {
      onCreated(
        await client.apiKeys.create.mutate({ ...typed, description: typed.description || null }),
      );
    } catch (error) {
      const refusal = pageError(error);
      const details = namingAddresses(refusal.details ?? {}, typed.allowed_ips ?? []);
      setFailure({ ...refusal, details });
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
        <Controller
          control={control}
          name="mode"
          render={({ field: { value = mode, onChange, onBlur } }) => (
            <ModeField
              mode={mode}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              error={errors.mode?.message}
            />
          )}
        />
        <Controller
          control={control}
          name="scopes"
          render={({ field: { value = [], onChange } }) => (
            <ScopeField value={value} onChange={onChange} error={errors.scopes?.message} />
          )}
        />
        <Controller
          control={control}
          name="expires_at"
          render={({ field: { value = null, onChange } }) => (
            <ExpiryField
              value={value}
              onChange={onChange}
              error={errors.expires_at?.message}
              timeZone={timeZone}
            />
          )}
        />
        <Controller
          control={control}
          name="allowed_ips"
          render={({ field: { onChange } }) => (
            <AddressesField
              onChange={onChange}
              error={addressError(errors, getValues("allowed_ips") ?? [])}
            />
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
          Create Key
        </Button>
      </DialogFooter>
    </form>
  );
}

/** The form library keeps a list's problems by place, or the whole list's. */
function addressError(
  { allowed_ips: wrong }: FieldErrors<Typed>,
  addresses: readonly string[],
): string | undefined {
  const details = Object.fromEntries(
    addresses.flatMap((_, index) => {
      const message = wrong?.[index]?.message;
      return message === undefined ? [] : [[`allowed_ips.${index}`, message]];
    }),
  );
  return wrong?.message ?? namingAddresses(details, addresses)["allowed_ips"];
}
