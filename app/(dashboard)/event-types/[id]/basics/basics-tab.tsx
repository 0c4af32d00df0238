"use client";

import { Controller, useWatch } from "react-hook-form";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Switch } from "@/app/_components/switch";
import { Textarea } from "@/app/_components/textarea";
import type { EventType } from "@/server/event-types/schema";
import { addressWithSlug, shownAddress } from "../../address";
import { DurationField } from "../../duration-field";
import type { EditorForm } from "../use-editor";
import { ColorField } from "./color-field";
import { DurationOptionsField } from "./duration-options-field";
import { LocationFields } from "./location-fields";

const emptyToNull = { setValueAs: (text: string | null) => (text === "" ? null : text) };

/** What the event is, how long, and where. */
export function BasicsTab({ form, type }: { form: EditorForm; type: EventType }) {
  const { register, control, formState, setValue, getValues } = form;
  const { errors } = formState;
  const slug = useWatch({ control, name: "slug" });

  function changeDuration(minutes: number, onChange: (minutes: number) => void) {
    // The duration is always among those to choose from; the one it was gives way to it.
    const options = getValues("duration_options");
    if (options !== null && !Number.isNaN(minutes) && !options.includes(minutes)) {
      const before = getValues("duration_minutes");
      const next = [...options.filter((option) => option !== before), minutes];
      setValue(
        "duration_options",
        next.toSorted((a, b) => a - b),
        { shouldDirty: true },
      );
    }
    onChange(minutes);
  }

  return (
    <div className="grid gap-5">
      <Card>
        <div className="grid gap-5">
          <Switch
            label="Active"
            hint="While it is inactive, its page is closed and nobody can book it."
            {...register("active")}
          />
          <Field label="Title" name="title" error={errors.title?.message} required>
            <Input {...register("title")} maxLength={255} autoComplete="off" />
          </Field>
          <Field
            label="Address"
            name="slug"
            hint={
              slug === type.slug ? (
                <span className="wrap-anywhere">{shownAddress(type.booking_url)}</span>
              ) : (
                <span className="wrap-anywhere">
                  Becomes{" "}
                  <span className="text-ink">
                    {shownAddress(addressWithSlug(type.booking_url, slug || "…"))}
                  </span>
                  . Links to the old address stop working.
                </span>
              )
            }
            error={errors.slug?.message}
            required
          >
            <Input
              {...register("slug")}
              maxLength={100}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
          <Field
            label="Description"
            name="description"
            hint="Shown on the booking page."
            error={errors.description?.message}
            optional
          >
            <Textarea {...register("description", emptyToNull)} maxLength={1000} />
          </Field>
          <Controller
            control={control}
            name="color"
            render={({ field, fieldState }) => (
              <ColorField
                value={field.value}
                onValueChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
        </div>
      </Card>
      <Card title="How long it takes">
        <div className="grid gap-5">
          <Controller
            control={control}
            name="duration_minutes"
            render={({ field, fieldState }) => (
              <DurationField
                value={field.value}
                onValueChange={(minutes) => changeDuration(minutes, field.onChange)}
                error={fieldState.error?.message}
                inputRef={field.ref}
              />
            )}
          />
          <DurationOptionsField form={form} />
        </div>
      </Card>
      <Card title="Where it takes place">
        <LocationFields form={form} />
      </Card>
    </div>
  );
}
