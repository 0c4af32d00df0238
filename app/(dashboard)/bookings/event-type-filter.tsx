"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select, SelectItem } from "@/app/_components/select";
import type { TypeLabel } from "./event-types";
import { type View, viewHref } from "./views";

/** A Select cannot hold an empty value. */
const all = "all";

type Props = { view: View; types: readonly TypeLabel[]; chosen: string | undefined };

export function EventTypeFilter({ view, types, chosen }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Select
      aria-label="Event type"
      className="w-full sm:w-64"
      value={chosen ?? all}
      disabled={pending}
      onValueChange={(next) =>
        startTransition(() =>
          router.replace(viewHref(view, next === all ? undefined : next), { scroll: false }),
        )
      }
    >
      <SelectItem value={all}>All event types</SelectItem>
      {types.map((type) => (
        <SelectItem key={type.id} value={type.id}>
          {type.title}
        </SelectItem>
      ))}
    </Select>
  );
}
