"use client";

import { CheckIcon, ChevronsUpDownIcon, PlusIcon } from "lucide-react";
import { useState } from "react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import { rememberOrganization } from "@/app/_trpc/remember-organization";
import { NewOrganizationDialog } from "./new-organization-dialog";

type Props = {
  current: { id: string; name: string };
  all: readonly { id: string; name: string }[];
};

/** Opens the dashboard in another organization: a whole new page, so that nothing of the old one stays. */
function openOrganization(id: string) {
  rememberOrganization(id);
  window.location.assign("/home");
}

/** Which organization this is, and the way to the person's others. */
export function OrganizationSwitch({ current, all }: Props) {
  const [isCreating, setCreating] = useState(false);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger
          title={current.name}
          className="flex min-w-0 items-center justify-between gap-2 rounded-md px-2.5 py-1 text-left text-base font-semibold hover:bg-hover"
        >
          <span className="truncate">{current.name}</span>
          <ChevronsUpDownIcon
            aria-label="Switch organization"
            className="size-4 shrink-0 text-faint"
          />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" className="max-w-72">
          {all.map(({ id, name }) => (
            <DropdownMenuItem
              key={id}
              icon={
                <CheckIcon aria-hidden className={id === current.id ? undefined : "invisible"} />
              }
              onSelect={() => id !== current.id && openOrganization(id)}
            >
              <span className="truncate">{name}</span>
            </DropdownMenuItem>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuItem icon={<PlusIcon aria-hidden />} onSelect={() => setCreating(true)}>
            New organization
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <NewOrganizationDialog
        open={isCreating}
        onOpenChange={setCreating}
        onMade={openOrganization}
      />
    </>
  );
}
