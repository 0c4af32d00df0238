"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { Avatar } from "@/app/_components/avatar";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { FieldGroup } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { RadioGroup, RadioGroupItem } from "@/app/_components/radio-group";
import { Select, SelectItem } from "@/app/_components/select";
import { Skeleton } from "@/app/_components/skeleton";
import { useTrpc, useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import type { EditorForm } from "../use-editor";

const strategies = [
  {
    value: "round_robin",
    label: "In turn",
    hint: "Whoever has waited longest for a booking of this event type gets the next.",
  },
  {
    value: "least_booked",
    label: "Evenly",
    hint: "Whoever has fewest bookings of the last 30 days. Who was away is not flooded: two in a row at most.",
  },
  {
    value: "priority",
    label: "By priority",
    hint: "The first of the list who is free; the others when they are not.",
  },
] as const;

/** Who hosts the event type, and who of them is given a booking. Hosts change at once; the rest when it is saved. */
export function HostsTab({ form, eventTypeId }: { form: EditorForm; eventTypeId: string }) {
  return (
    <div className="grid gap-5">
      <Hosts eventTypeId={eventTypeId} />
      <Card title="Who is given a booking">
        <Controller
          control={form.control}
          name="assignment_strategy"
          render={({ field }) => (
            <FieldGroup label="Of those who are free" name="assignment_strategy">
              <RadioGroup value={field.value} onValueChange={field.onChange}>
                {strategies.map((strategy) => (
                  <RadioGroupItem key={strategy.value} {...strategy} />
                ))}
              </RadioGroup>
            </FieldGroup>
          )}
        />
      </Card>
    </div>
  );
}

function Hosts({ eventTypeId: id }: { eventTypeId: string }) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const cache = useQueryClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const hosts = useQuery(trpc.hosts.list.queryOptions({ id, limit: 100 }));
  const members = useQuery(trpc.members.list.queryOptions({ limit: 100 }));
  const rows = (hosts.data?.data ?? []).toSorted(
    (a, b) => a.priority - b.priority || a.created_at.localeCompare(b.created_at),
  );
  const others = (members.data?.data ?? []).filter(
    (member) => !rows.some((host) => host.member_id === member.id),
  );
  async function change(work: () => Promise<unknown>) {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(pageError(error));
    }
    // What is free changes with who hosts.
    await cache.invalidateQueries();
  }
  /** Puts a host in the other's place, and numbers all of them as they then stand. */
  async function swap(index: number) {
    const next = rows.map((host) => host.id);
    [next[index - 1], next[index]] = [next[index] ?? "", next[index - 1] ?? ""];
    for (const [priority, host_id] of next.entries()) {
      await client.hosts.update.mutate({ id, host_id, priority });
    }
  }
  return (
    <Card
      title="Hosts"
      description={
        rows.length === 0
          ? "Nobody in particular: the owner of the organization hosts it."
          : "A time is offered when any of them is free."
      }
    >
      <div className="grid gap-4">
        <FormError error={failure ?? (hosts.error === null ? null : pageError(hosts.error))} />
        {hosts.data === undefined && hosts.error === null && <Skeleton className="h-12 w-full" />}
        {rows.length > 0 && (
          <ol className="overflow-hidden rounded-lg border border-line">
            {rows.map((host, index) => (
              <li
                key={host.id}
                className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2.5 last:border-b-0"
              >
                <Avatar name={host.member_name} size="sm" />
                <span className="grid min-w-0 flex-1">
                  <span className="truncate font-medium">{host.member_name}</span>
                  <span className="truncate text-sm text-muted">
                    {host.total_bookings === 1 ? "1 booking" : `${host.total_bookings} bookings`}
                  </span>
                </span>
                {index > 0 && (
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-label={`Move ${host.member_name} up`}
                    onClick={() => void change(() => swap(index))}
                  >
                    Up
                  </Button>
                )}
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={`Remove ${host.member_name}`}
                  onClick={() =>
                    void change(() => client.hosts.remove.mutate({ id, host_id: host.id }))
                  }
                >
                  Remove
                </Button>
              </li>
            ))}
          </ol>
        )}
        {others.length > 0 && (
          <Select
            aria-label="Add a host"
            placeholder="Add a host…"
            value=""
            onValueChange={(member_id) =>
              void change(() => client.hosts.add.mutate({ id, member_id, priority: rows.length }))
            }
          >
            {others.map((member) => (
              <SelectItem key={member.id} value={member.id}>
                {member.name}
              </SelectItem>
            ))}
          </Select>
        )}
        {members.data !== undefined && others.length === 0 && (
          <p className="text-sm text-muted">
            Everybody of the team is a host. Invite others under Settings → Team.
          </p>
        )}
      </div>
    </Card>
  );
}
