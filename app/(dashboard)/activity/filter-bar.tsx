"use client";

import { XIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Select, SelectItem } from "@/app/_components/select";
import { DateFilter } from "./date-filter";
import { type Filters, filtersHref, hasFilters, parseFilters } from "./filters";
import { ResourceType } from "@/server/events/schema";
import { actorKinds, resourcePlural } from "./words";

/** A Select cannot hold an empty value. */
const all = "all";

/** What of the log is shown; what is chosen is in the page's address at once. */
export function FilterBar({ filters }: { filters: Filters }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  /** `value` may be anything that makes no sense: the filter is then taken away. */
  function choose(name: keyof Filters, value: string) {
    const href = filtersHref(parseFilters({ ...filters, [name]: value }));
    startTransition(() => router.replace(href, { scroll: false }));
  }

  return (
    <search
      aria-label="Filter activity"
      aria-busy={pending}
      className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
    >
      <Field label="What">
        <Select value={filters.what ?? all} onValueChange={(value) => choose("what", value)}>
          <SelectItem value={all}>Everything</SelectItem>
          {ResourceType.options.map((type) => (
            <SelectItem key={type} value={type}>
              {resourcePlural(type)}
            </SelectItem>
          ))}
        </Select>
      </Field>
      <Field label="Who">
        <Select value={filters.who ?? all} onValueChange={(value) => choose("who", value)}>
          <SelectItem value={all}>Everyone</SelectItem>
          {Object.entries(actorKinds).map(([kind, label]) => (
            <SelectItem key={kind} value={kind}>
              {label}
            </SelectItem>
          ))}
        </Select>
      </Field>
      <DateFilter
        label="From"
        value={filters.from ?? ""}
        max={filters.to}
        onChoose={(value) => choose("from", value)}
      />
      <DateFilter
        label="To"
        value={filters.to ?? ""}
        min={filters.from}
        onChoose={(value) => choose("to", value)}
      />
      {hasFilters(filters) && (
        <Button
          variant="ghost"
          className="w-fit"
          icon={<XIcon aria-hidden />}
          onClick={() => startTransition(() => router.replace("/activity", { scroll: false }))}
        >
          Clear
        </Button>
      )}
      {filters.about !== undefined && (
        <p className="col-span-full text-base text-muted">
          Only what happened to <code className="font-mono text-sm">{filters.about}</code>.
        </p>
      )}
    </search>
  );
}
