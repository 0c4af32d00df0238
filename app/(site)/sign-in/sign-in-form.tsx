"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import type { PageError } from "@/app/_trpc/error";
import { SignIn } from "@/server/users/schema";
import { AuthLink } from "./auth-frame";
import { PasswordInput } from "./password-input";
import { signInCall } from "./sign-in-call";

export function SignInForm({ next }: { next: string }) {
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(SignIn),
    defaultValues: { email: "", password: "" },
  });
  const { errors } = formState;

  const submit = handleSubmit(async ({ email, password }) => {
    setPending(true);
    setFailure(null);
    const refused = await signInCall(email, password);
    if (refused === null) {
      // A whole new page: nothing that was fetched for a stranger may stay in the router's memory.
      window.location.assign(next);
      return;
    }
    setPending(false);
    setFailure(refused);
  });

  return (
    <form
      noValidate
      // Should it be sent before React is there, the password must not end up in the address.
      method="post"
      className="grid gap-4"
      onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}
    >
      <FormError error={failure} />
      <Field label="E-mail" name="email" error={errors.email?.message} required>
        <Input
          {...register("email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Field label="Password" name="password" error={errors.password?.message} required>
        <PasswordInput {...register("password")} autoComplete="current-password" />
      </Field>
      <p className="-mt-2 text-right text-sm">
        <AuthLink href="/forgot-password">Forgot your password?</AuthLink>
      </p>
      <Button type="submit" variant="primary" size="lg" loading={pending} className="mt-1">
        Sign in
      </Button>
    </form>
  );
}
