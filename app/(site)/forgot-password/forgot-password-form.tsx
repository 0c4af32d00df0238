"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { RequestPasswordReset } from "@/server/users/schema";

export function ForgotPasswordForm() {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(RequestPasswordReset),
    defaultValues: { email: "" },
  });

  const submit = handleSubmit(async ({ email }) => {
    setPending(true);
    setFailure(null);
    try {
      await client.users.requestPasswordReset.mutate({ email });
      setAskedFor(email);
    } catch (error) {
      setFailure(pageError(error));
      setPending(false);
    }
  });

  if (askedFor !== null) {
    return (
      <output className="text-pretty">
        If somebody here has the address <strong className="wrap-anywhere">{askedFor}</strong>, a
        link is on its way to it. It is good for an hour. Nothing there? Look into the folder for
        unwanted mail.
      </output>
    );
  }
  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}
    >
      <FormError error={failure} labels={{ email: "E-mail" }} />
      <Field label="E-mail" name="email" error={formState.errors.email?.message} required>
        <Input
          {...register("email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Button type="submit" variant="primary" loading={pending}>
        Mail me a link
      </Button>
    </form>
  );
}
