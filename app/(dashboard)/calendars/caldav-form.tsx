"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { useTrpcClient } from "@/app/_trpc/client";
import { ConnectCaldav } from "@/server/calendars/schema";
import { caldavWords, type CaldavKind } from "./caldav-words";
import type { FormProps } from "./connect-dialog";
import { FormFrame } from "./form-frame";
import { useConnecting } from "./use-connecting";

type Typed = z.input<typeof ConnectCaldav>;

const names = ["server_url", "username", "password"] as const;

export function CaldavForm({
  kind,
  again,
  pending,
  onPending,
  onConnected,
  back,
}: FormProps & { kind: CaldavKind }) {
  const client = useTrpcClient();
  const hasAddress = kind === "nextcloud" || kind === "caldav";
  const { register, handleSubmit, setError, formState } = useForm<Typed>({
    resolver: zodResolver(ConnectCaldav, undefined, { raw: true }),
    defaultValues: {
      ...(kind === "caldav" ? {} : { preset: kind }),
      ...(hasAddress ? { server_url: again?.provider_metadata.server_url ?? "" } : {}),
      ...(again === null ? {} : { member_id: again.member_id }),
      username: again?.account_email ?? "",
      password: "",
    },
  });
  const { errors } = formState;
  const words = caldavWords[kind];

  const { failure, connect } = useConnecting(
    { onPending, onConnected },
    {
      names: hasAddress ? names : names.slice(1),
      setError: (name, message) => setError(name, { message }, { shouldFocus: true }),
    },
  );

  return (
    <FormFrame
      onSubmit={handleSubmit((typed) =>
        connect(() => client.calendars.connectCaldav.mutate(typed)),
      )}
      pending={pending}
      progress="Signing in and looking for calendars. This may take some seconds."
      back={back}
    >
      <FormError error={failure} />
      {hasAddress && (
        <Field
          label={kind === "nextcloud" ? "Address of your Nextcloud" : "Server address"}
          name="server_url"
          hint={words.address}
          error={errors.server_url?.message}
          required
        >
          <Input
            {...register("server_url")}
            type="url"
            inputMode="url"
            placeholder="https://cloud.example.com"
            autoComplete="off"
            spellCheck={false}
            maxLength={2048}
            readOnly={again !== null}
          />
        </Field>
      )}
      <Field label={words.user} name="username" error={errors.username?.message} required>
        <Input
          {...register("username")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={255}
          readOnly={again !== null}
        />
      </Field>
      <Field
        label={words.password}
        name="password"
        hint={words.hint}
        error={errors.password?.message}
        required
      >
        <Input {...register("password")} type="password" autoComplete="off" maxLength={1024} />
      </Field>
    </FormFrame>
  );
}
