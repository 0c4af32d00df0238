"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_components/dialog";
import { FieldGroup } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { RadioGroup, RadioGroupItem } from "@/app/_components/radio-group";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import {
  type ApiKey,
  type CreatedApiKey,
  defaultGraceMinutes,
  RotateApiKey,
} from "@/server/api-keys/schema";
import { endOfOverlap, overlaps } from "./overlap";

/** A new key, and when the one it replaces stops working. */
export type Rotated = { created: z.infer<typeof CreatedApiKey>; oldEnd: string };

type Props = {
  apiKey: ApiKey;
  pending: boolean;
  onPending: (pending: boolean) => void;
  onRotated: (rotated: Rotated) => void;
};

type Typed = z.input<typeof RotateApiKey>;

export function RotateKeyForm({ apiKey, pending, onPending, onRotated }: Props) {
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const { control, handleSubmit } = useForm<Typed>({
    resolver: zodResolver(RotateApiKey, undefined, { raw: true }),
    defaultValues: { id: apiKey.id, grace_minutes: defaultGraceMinutes },
  });

  // Called straight, not through the query client, whose cache would keep the key.
  async function rotate(typed: Typed) {
    const { grace_minutes: minutes = defaultGraceMinutes } = typed;
    onPending(true);
    setFailure(null);
    try {
      const created = await client.apiKeys.rotate.mutate(typed);
      onRotated({ created, oldEnd: endOfOverlap(apiKey, created.created_at, minutes) });
    } catch (error) {
      setFailure(pageError(error));
    }
    onPending(false);
  }

  const submit = handleSubmit(rotate);
  return (
    <form
      className="contents"
      onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}
    >
      <DialogBody>
        <FormError error={failure} />
        <Controller
          control={control}
          name="grace_minutes"
          render={({ field: { value, onChange, onBlur } }) => (
            <FieldGroup label="How long the old key works beside the new one" name="grace_minutes">
              <RadioGroup
                value={String(value)}
                onValueChange={(next) => onChange(Number(next))}
                onBlur={onBlur}
                className="sm:grid-cols-2"
              >
                {overlaps.map(({ minutes, label, hint }) => (
                  <RadioGroupItem key={minutes} value={String(minutes)} label={label} hint={hint} />
                ))}
              </RadioGroup>
            </FieldGroup>
          )}
        />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" loading={pending}>
          Rotate key
        </Button>
      </DialogFooter>
    </form>
  );
}
