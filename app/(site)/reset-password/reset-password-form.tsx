"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { ResetPassword } from "@/server/users/schema";
import { PasswordInput } from "../sign-in/password-input";
import { signInCall } from "../sign-in/sign-in-call";

const Typed = ResetPassword.pick({ password: true });

export function ResetPasswordForm({ token }: { token: string }) {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(Typed),
    defaultValues: { password: "" },
  });

  const submit = handleSubmit(async ({ password }) => {
    setPending(true);
    setFailure(null);
    try {
      const { email } = await client.users.resetPassword.mutate({ token, password });
      const refused = await signInCall(email, password);
      window.location.assign(refused === null ? "/home" : "/sign-in");
    } catch (error) {
      setFailure(pageError(error));
      setPending(false);
    }
  });

  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}
    >
      <FormError error={failure} labels={{ password: "New password" }} />
      <Field
        label="New password"
        name="password"
        hint="At least 10 characters. A few words in a row make a good one."
        error={formState.errors.password?.message}
        required
      >
        <PasswordInput {...register("password")} autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" loading={pending}>
        Set password and sign in
      </Button>
    </form>
  );
}
