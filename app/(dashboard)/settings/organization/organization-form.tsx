"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { toast } from "sonner";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Input } from "@/app/_components/input";
import { TimeZoneCombobox } from "@/app/_components/time-zone-combobox";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { type Organization, UpdateOrganization } from "@/server/organizations/schema";

const labels = {
  name: "Name",
  slug: "Address",
  timezone: "Time zone",
  brand_color: "Color",
};

type Typed = z.output<typeof UpdateOrganization>;

export function OrganizationForm({
  organization,
  mayChange,
}: {
  organization: Organization;
  mayChange: boolean;
}) {
  const router = useRouter();
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const [pending, setPending] = useState(false);
  const { name, slug, timezone, brand_color } = organization;
  const { register, control, handleSubmit, formState } = useForm<Typed>({
    resolver: zodResolver(UpdateOrganization),
    defaultValues: { name, slug, timezone, brand_color },
  });
  const { errors } = formState;
  const submit = handleSubmit(async (typed) => {
    setPending(true);
    setFailure(null);
    try {
      await client.organizations.update.mutate(typed);
      toast.success("The organization is changed");
      router.refresh();
    } catch (error) {
      setFailure(pageError(error));
    }
    setPending(false);
  });
  return (
    <form noValidate onSubmit={(event) => (pending ? event.preventDefault() : void submit(event))}>
      <fieldset disabled={!mayChange} className="contents">
        <Card
          footer={
            mayChange && (
              <Button type="submit" variant="primary" loading={pending}>
                Save
              </Button>
            )
          }
        >
          <div className="grid max-w-xl gap-5">
            <FormError error={failure} labels={labels} />
            <Field label={labels.name} name="name" error={errors.name?.message} required>
              <Input {...register("name")} maxLength={100} autoComplete="organization" />
            </Field>
            <Field
              label={labels.slug}
              name="slug"
              hint="The first part of every booking page's address. When it changes, links that people already have lead nowhere."
              error={errors.slug?.message}
              required
            >
              <Input
                {...register("slug")}
                maxLength={60}
                autoCapitalize="none"
                spellCheck={false}
              />
            </Field>
            <Field
              label={labels.timezone}
              name="timezone"
              hint="Of the dashboard's times and of event types made from now on."
              error={errors.timezone?.message}
            >
              <Controller
                control={control}
                name="timezone"
                render={({ field }) => (
                  <TimeZoneCombobox
                    value={field.value ?? timezone}
                    onValueChange={field.onChange}
                  />
                )}
              />
            </Field>
            <Field
              label={labels.brand_color}
              name="brand_color"
              hint="Of buttons on booking pages, and a stripe at the top of mails. Where it would be hard to read, pages use the nearest shade of it that is not."
              error={errors.brand_color?.message}
            >
              <Input {...register("brand_color")} type="color" className="h-10 w-20 p-1" />
            </Field>
          </div>
        </Card>
      </fieldset>
    </form>
  );
}
