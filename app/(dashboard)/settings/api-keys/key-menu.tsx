"use client";

import { Ban, Ellipsis, RefreshCw, ScrollText } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLink,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import type { ApiKey } from "@/server/api-keys/schema";

/** The element that a key's dialog gives focus back to. */
export const menuId = ({ id }: ApiKey): string => `key-menu-${id}`;

export const keyHref = ({ id }: Pick<ApiKey, "id">): string => `/settings/api-keys/${id}`;

export type KeyActions = { onRotate: (key: ApiKey) => void; onRevoke: (key: ApiKey) => void };

type Props = {
  apiKey: ApiKey;
  /** Without them the key can only be looked at. */
  actions: KeyActions | undefined;
};

export function KeyMenu({ apiKey, actions }: Props) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        id={menuId(apiKey)}
        aria-label={`Actions for ${apiKey.name}`}
        className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover [&_svg]:size-4"
      >
        <Ellipsis aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLink href={keyHref(apiKey)} icon={<ScrollText aria-hidden />}>
          Request log
        </DropdownMenuLink>
        {actions && (
          <>
            <DropdownMenuItem
              icon={<RefreshCw aria-hidden />}
              onSelect={() => actions.onRotate(apiKey)}
            >
              Rotate key…
            </DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem
              icon={<Ban aria-hidden />}
              danger
              onSelect={() => actions.onRevoke(apiKey)}
            >
              Revoke key…
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
