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
import { rememberOrganization } from "@/app/_trpc/remember-organization";
import { AcceptInvitation } from "@/server/members/schema";
import { PasswordInput } from "../../sign-in/password-input";
import { signInCall } from "../../sign-in/sign-in-call";

const labels = { name: "Your name", password: "Password" };
const NewPerson = AcceptInvitation.pick({ name: true, password: true }).required();
const KnownPerson = AcceptInvitation.pick({ name: true, password: true });

type Props = { token: string; email: string; hasAccount: boolean };

/** Somebody new chooses name and password; who has an account gives the password they have. */
export function AcceptForm({ token, email, hasAccount }: Props) {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(hasAccount ? KnownPerson : NewPerson),
    defaultValues: hasAccount ? { password: "" } : { name: "", password: "" },
  });
  const { errors } = formState;
  const submit = handleSubmit(async ({ name, password }) => {
    setPending(true);
    setFailure(null);
    try {
      const person = name === undefined ? { password } : { name, password };
      const accepted = await client.members.acceptInvitation.mutate({ token, ...person });
      rememberOrganization(accepted.organization_id);
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
      <FormError error={failure} labels={labels} />
      <Field label="E-mail" name="email">
        <Input value={email} readOnly autoComplete="username" />
      </Field>
      {!hasAccount && (
        <Field label={labels.name} name="name" error={errors.name?.message} required>
          <Input {...register("name")} autoComplete="name" maxLength={100} />
        </Field>
      )}
      <Field
        label={labels.password}
        name="password"
        hint={
          hasAccount
            ? "The one you sign in with."
            : "At least 10 characters. A few words in a row make a good one."
        }
        error={errors.password?.message}
        required
      >
        <PasswordInput
          {...register("password")}
          autoComplete={hasAccount ? "current-password" : "new-password"}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        Join
      </Button>
    </form>
  );
}
