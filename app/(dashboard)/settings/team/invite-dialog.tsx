"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { UserPlusIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Button } from "@/app/_components/button";
import { CodeBlock } from "@/app/_components/code-block";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTrigger,
} from "@/app/_components/dialog";
import { Field, FieldGroup } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { RadioGroup, RadioGroupItem } from "@/app/_components/radio-group";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { Invite } from "@/server/members/schema";
import { roleLabels, roleWords } from "./role-words";

export function InviteDialog() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary" icon={<UserPlusIcon aria-hidden />}>
          Invite
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Invite to the team"
        description="They get a mail with a link that is good for a week."
      >
        <InviteForm />
      </DialogContent>
    </Dialog>
  );
}

const invitable = ["member", "admin"] as const;

function InviteForm() {
  const router = useRouter();
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const [invited, setInvited] = useState<{ email: string; url: string } | null>(null);
  const { register, control, handleSubmit, formState } = useForm({
    resolver: zodResolver(Invite),
    defaultValues: { email: "", role: "member" as const },
  });
  const submit = handleSubmit(async (typed) => {
    setPending(true);
    setFailure(null);
    try {
      setInvited(await client.members.invite.mutate(typed));
      router.refresh();
    } catch (error) {
      setFailure(pageError(error));
    }
    setPending(false);
  });

  if (invited !== null) {
    return (
      <>
        <DialogBody>
          <p>
            <strong className="wrap-anywhere">{invited.email}</strong> is invited. Should the mail
            not arrive, send them this link yourself; it is shown only now.
          </p>
          <CodeBlock label="Invitation link" code={invited.url} wrap />
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogFooter>
      </>
    );
  }
  return (
    <form
      noValidate
      className="contents"
      onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}
    >
      <DialogBody>
        <FormError error={failure} labels={{ email: "E-mail", role: "Role" }} />
        <Field label="E-mail" name="email" error={formState.errors.email?.message} required>
          <Input {...register("email")} type="email" autoComplete="off" spellCheck={false} />
        </Field>
        <Controller
          control={control}
          name="role"
          render={({ field }) => (
            <FieldGroup label="Role" name="role">
              <RadioGroup value={field.value} onValueChange={field.onChange}>
                {invitable.map((role) => (
                  <RadioGroupItem
                    key={role}
                    value={role}
                    label={roleLabels[role]}
                    hint={roleWords[role]}
                  />
                ))}
              </RadioGroup>
            </FieldGroup>
          )}
        />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" loading={pending}>
          Send invitation
        </Button>
      </DialogFooter>
    </form>
  );
}
