"use client";

import { Controller, useWatch } from "react-hook-form";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select, SelectItem } from "@/app/_components/select";
import { EventType } from "@/server/event-types/schema";
import type { EditorForm } from "../use-editor";

const Provider = EventType.shape.conferencing_provider;

/** Radix has no empty choice. */
const nowhere = "none";

const places = {
  none: { label: "Not said", location: "Location", placeholder: "", type: "text" },
  in_person: {
    label: "In person",
    location: "Address",
    placeholder: "12 Garden Street, room 3",
    type: "text",
  },
  custom: {
    label: "Online, at a link",
    location: "Link",
    placeholder: "https://meet.example/your-room",
    type: "url",
  },
  zoom: { label: "Zoom", location: "Link or details", placeholder: "", type: "text" },
  google_meet: { label: "Google Meet", location: "Link or details", placeholder: "", type: "text" },
  microsoft_teams: {
    label: "Microsoft Teams",
    location: "Link or details",
    placeholder: "",
    type: "text",
  },
} as const;

/** In a room, at a link, or on a service. */
export function LocationFields({ form }: { form: EditorForm }) {
  const { control, register, formState, trigger } = form;
  const { errors } = formState;
  const provider = useWatch({ control, name: "conferencing_provider" });
  const place = places[provider ?? nowhere];
  return (
    <div className="grid items-start gap-5 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <Field
        label="Kind"
        name="conferencing_provider"
        error={errors.conferencing_provider?.message}
      >
        <Controller
          control={control}
          name="conferencing_provider"
          render={({ field }) => (
            <Select
              value={field.value ?? nowhere}
              onValueChange={(value) => {
                field.onChange(Provider.catch(null).parse(value));
                if (errors.location !== undefined) void trigger("location");
              }}
              ref={field.ref}
              onBlur={field.onBlur}
            >
              {Object.entries(places).map(([value, { label }]) => (
                <SelectItem key={value} value={value}>
                  {label}
                </SelectItem>
              ))}
            </Select>
          )}
        />
      </Field>
      <Field
        label={place.location}
        name="location"
        hint="Invitees see it with their booking."
        error={errors.location?.message}
        optional={provider !== "custom"}
      >
        <Input
          {...register("location", {
            setValueAs: (text: string | null) => (text === "" ? null : text),
          })}
          type={place.type}
          placeholder={place.placeholder}
          maxLength={500}
          autoComplete="off"
        />
      </Field>
    </div>
  );
}
