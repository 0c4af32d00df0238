"use client";

import { Controller } from "react-hook-form";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { NumberInput } from "../../number-input";
import type { EditorForm } from "../use-editor";
import { CapFields } from "./cap-fields";
import { NoticeField } from "./notice-field";
import { IntervalField } from "./interval-field";
import { WindowField } from "./window-field";

/** How close, how far ahead and how often the event can be booked. */
export function LimitsTab({ form }: { form: EditorForm }) {
  return (
    <div className="grid gap-5">
      <Card title="When it can be booked">
        <div className="grid gap-5">
          <NoticeField form={form} />
          <WindowField form={form} />
        </div>
      </Card>
      <Card title="Around each booking">
        <div className="grid gap-5">
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <MinutesField
              form={form}
              name="buffer_before_minutes"
              label="Free time before"
              hint="To prepare, or to get there."
            />
            <MinutesField
              form={form}
              name="buffer_after_minutes"
              label="Free time after"
              hint="To take notes, or a breath."
            />
          </div>
          <IntervalField form={form} />
        </div>
      </Card>
      <Card title="How many">
        <div className="grid gap-5">
          <AttendeesField form={form} />
          <CapFields form={form} />
        </div>
      </Card>
    </div>
  );
}

type MinutesProps = {
  form: EditorForm;
  name: "buffer_before_minutes" | "buffer_after_minutes";
  label: string;
  hint: string;
};

function MinutesField({ form, name, label, hint }: MinutesProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Field label={label} name={name} hint={hint} error={fieldState.error?.message}>
          <NumberInput
            ref={field.ref}
            suffix="min"
            step={5}
            className="max-w-32"
            value={field.value}
            onValueChange={field.onChange}
            onBlur={field.onBlur}
          />
        </Field>
      )}
    />
  );
}

function AttendeesField({ form }: { form: EditorForm }) {
  return (
    <Controller
      control={form.control}
      name="max_attendees"
      render={({ field, fieldState }) => (
        <Field
          label="Attendees at the same time"
          name="max_attendees"
          hint={
            field.value > 1
              ? "A group event: a time stays on offer until this many have booked it."
              : "One booking takes the time. More than 1 makes it a group event."
          }
          error={fieldState.error?.message}
        >
          <NumberInput
            ref={field.ref}
            className="max-w-32"
            value={field.value}
            onValueChange={field.onChange}
            onBlur={field.onBlur}
          />
        </Field>
      )}
    />
  );
}
