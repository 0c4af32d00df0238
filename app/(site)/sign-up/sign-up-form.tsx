"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { TimeZoneCombobox } from "@/app/_components/time-zone-combobox";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { rememberOrganization } from "@/app/_trpc/remember-organization";
import { SignUp } from "@/server/organizations/schema";
import { PasswordInput } from "../sign-in/password-input";
import { signInCall } from "../sign-in/sign-in-call";
import { useOwnTimeZone } from "./own-time-zone";

const labels = {
  organization_name: "Organization",
  name: "Your name",
  email: "E-mail",
  password: "Password",
  timezone: "Time zone",
};

/** Until a zone is chosen, the browser's own counts. */
const Typed = SignUp.extend({ timezone: SignUp.shape.timezone.optional() });

export function SignUpForm() {
  const client = useTrpcClient();
  const ownZone = useOwnTimeZone();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const { register, control, handleSubmit, formState } = useForm<
    z.input<typeof Typed>,
    unknown,
    z.output<typeof Typed>
  >({
    resolver: zodResolver(Typed),
    defaultValues: { organization_name: "", name: "", email: "", password: "" },
  });
  const { errors } = formState;

  const submit = handleSubmit(async (typed) => {
    setPending(true);
    setFailure(null);
    try {
      const input = { ...typed, timezone: typed.timezone ?? ownZone };
      const { organization_id: id } = await client.organizations.signUp.mutate(input);
      rememberOrganization(id);
      const refused = await signInCall(input.email, input.password);
      window.location.assign(refused === null ? "/home" : "/sign-in");
    } catch (error) {
      setFailure(pageError(error));
      setPending(false);
    }
  });

  return (
    <form
      noValidate
      // Should it be sent before React is there, the password must not end up in the address.
      method="post"
      className="grid gap-4"
      onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}
    >
      <FormError error={failure} labels={labels} />
      <Field
        label={labels.organization_name}
        name="organization_name"
        hint="Your company, team or own name. Invitees see it, and booking pages have it in their address."
        error={errors.organization_name?.message}
        required
      >
        <Input {...register("organization_name")} autoComplete="organization" maxLength={100} />
      </Field>
      <Field label={labels.name} name="name" error={errors.name?.message} required>
        <Input {...register("name")} autoComplete="name" maxLength={100} />
      </Field>
      <Field label={labels.email} name="email" error={errors.email?.message} required>
        <Input
          {...register("email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Field
        label={labels.password}
        name="password"
        hint="At least 10 characters. A few words in a row make a good one."
        error={errors.password?.message}
        required
      >
        <PasswordInput {...register("password")} autoComplete="new-password" />
      </Field>
      <Field
        label={labels.timezone}
        name="timezone"
        hint="New event types start with Monday to Friday, 9 to 5, in this zone."
        error={errors.timezone?.message}
      >
        <Controller
          control={control}
          name="timezone"
          render={({ field }) => (
            <TimeZoneCombobox
              value={field.value ?? ownZone}
              onValueChange={field.onChange}
              ref={field.ref}
              onBlur={field.onBlur}
            />
          )}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
        Create organization
      </Button>
    </form>
  );
}
