"use client";

import { XIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select, SelectItem } from "@/app/_components/select";
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
      <Field label="From">
        <Input
          type="date"
          max={filters.to}
          key={`from-${filters.from}`}
          defaultValue={filters.from}
          onChange={(event) => choose("from", event.target.value)}
        />
      </Field>
      <Field label="To">
        <Input
          type="date"
          min={filters.from}
          key={`to-${filters.to}`}
          defaultValue={filters.to}
          onChange={(event) => choose("to", event.target.value)}
        />
      </Field>
      {hasFilters(filters) && (
        <Button
          variant="ghost"
          className="col-span-2 w-fit lg:col-span-1"
          icon={<XIcon aria-hidden />}
          onClick={() => startTransition(() => router.replace("/activity", { scroll: false }))}
        >
          {filters.about === undefined ? "Clear" : "Clear, and show all resources"}
        </Button>
      )}
    </search>
  );
}
