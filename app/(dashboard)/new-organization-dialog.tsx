"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from "@/app/_components/dialog";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade: (id: string) => void;
};

/** A further organization; its time zone is the browser's until it is set. */
export function NewOrganizationDialog({ open, onOpenChange, onMade }: Props) {
  const client = useTrpcClient();
  const [name, setName] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PageError | null>(null);
  async function create() {
    setPending(true);
    setFailure(null);
    try {
      const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const made = await client.organizations.create.mutate({ name, timezone });
      onMade(made.organization_id);
    } catch (error) {
      setFailure(pageError(error));
      setPending(false);
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!pending) void create();
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="New organization"
        description="With event types, bookings, keys and people of its own. You will be its owner."
      >
        <form noValidate className="contents" onSubmit={submit}>
          <DialogBody>
            <FormError error={failure} labels={{ name: "Name" }} />
            <Field label="Name" name="name" error={failure?.details?.["name"]} required>
              <Input
                value={name}
                onChange={(event) => setName(event.target.value)}
                maxLength={100}
                autoComplete="organization"
              />
            </Field>
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" loading={pending}>
              Create organization
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
