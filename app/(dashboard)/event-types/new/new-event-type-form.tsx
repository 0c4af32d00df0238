"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import { ButtonLink } from "@/app/_components/button-link";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { Textarea } from "@/app/_components/textarea";
import { useTrpc, useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { CreateEventType } from "@/server/event-types/schema";
import { DurationField } from "../duration-field";
import { suggestSlug } from "./suggest-slug";

const Essentials = CreateEventType.pick({
  title: true,
  slug: true,
  duration_minutes: true,
  description: true,
});

const labels = { title: "Title", slug: "Address", duration_minutes: "Duration" };

export function NewEventTypeForm({ organizationSlug }: { organizationSlug: string }) {
  const router = useRouter();
  const client = useTrpcClient();
  const queries = useQueryClient();
  const trpc = useTrpc();
  const host = useHost();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const [ownSlug, setOwnSlug] = useState(false);
  const { register, control, handleSubmit, formState, setValue, setError, setFocus } = useForm({
    resolver: zodResolver(Essentials),
    defaultValues: { title: "", slug: "", duration_minutes: 30, description: "" },
  });
  const { errors } = formState;
  const slug = useWatch({ control, name: "slug" });
  const title = register("title", {
    onChange: (event: { target: { value: string } }) => {
      if (ownSlug) return;
      setValue("slug", suggestSlug(event.target.value), { shouldValidate: formState.isSubmitted });
    },
  });

  const submit = handleSubmit(async (typed) => {
    setPending(true);
    setFailure(null);
    try {
      const { id } = await client.eventTypes.create.mutate({
        ...typed,
        description: typed.description || null,
      });
      toast.success(`“${typed.title}” is made`, {
        description: "It is open Monday to Friday, 9 to 5. Change that here.",
      });
      // The command palette knows the event types since the first page.
      void queries.invalidateQueries(trpc.eventTypes.list.queryFilter());
      router.push(`/event-types/${id}?tab=availability`);
      router.refresh();
    } catch (error) {
      const refused = pageError(error);
      setPending(false);
      if (refused.code === "conflict" && refused.details?.["slug"] !== undefined) {
        setError("slug", { message: refused.message });
        setFocus("slug", { shouldSelect: true });
      } else {
        setFailure(refused);
      }
    }
  });

  return (
    <form noValidate onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}>
      <Card
        footer={
          <>
            <ButtonLink href="/event-types">Cancel</ButtonLink>
            <Button type="submit" variant="primary" loading={pending}>
              Create event type
            </Button>
          </>
        }
      >
        <div className="grid gap-5">
          <FormError error={failure} labels={labels} />
          <Field label="Title" name="title" error={errors.title?.message} required>
            <Input {...title} placeholder="Intro call" maxLength={255} autoComplete="off" />
          </Field>
          <Field
            label="Address"
            name="slug"
            hint={
              <span className="wrap-anywhere">
                Its page will be at{" "}
                <span className="text-ink">
                  {host}/{organizationSlug}/{slug || "…"}
                </span>
              </span>
            }
            error={errors.slug?.message}
            required
          >
            <Input
              {...register("slug", { onChange: () => setOwnSlug(true) })}
              placeholder="intro-call"
              maxLength={100}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
          <Controller
            control={control}
            name="duration_minutes"
            render={({ field, fieldState }) => (
              <DurationField
                value={field.value}
                onValueChange={field.onChange}
                error={fieldState.error?.message}
                inputRef={field.ref}
              />
            )}
          />
          <Field
            label="Description"
            name="description"
            hint="Shown on the booking page."
            error={errors.description?.message}
            optional
          >
            <Textarea {...register("description")} maxLength={1000} />
          </Field>
        </div>
      </Card>
    </form>
  );
}

/** "book.example": where this page was opened, once the browser is there to tell. */
function useHost(): string {
  return useSyncExternalStore(
    () => () => {},
    () => window.location.host,
    () => "",
  );
}
