"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { ArrowLeftRight, CalendarSync, Keyboard, KeyRound, Plus, Webhook } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/app/_components/cn";
import { dialogStyles, overlayStyles } from "@/app/_components/dialog";
import { useFocusReturn } from "@/app/_components/focus-return";
import { Kbd } from "@/app/_components/kbd";
import type { NavGroup } from "@/app/_components/nav";
import { useTrpc } from "@/app/_trpc/client";
import { commandKeys } from "./command-keys";

type Props = {
  navigation: readonly NavGroup[];
  mode: "live" | "test";
  onGo: (href: string) => void;
  onModeChange: (mode: "live" | "test") => void;
  onHelp: () => void;
};

const actions = [
  {
    label: "New event type",
    href: "/event-types/new",
    icon: <Plus />,
    keys: commandKeys.newEventType,
  },
  { label: "Connect a calendar", href: "/calendars", icon: <CalendarSync /> },
  { label: "Create an API key", href: "/settings/api-keys", icon: <KeyRound /> },
  { label: "Add a webhook", href: "/webhooks", icon: <Webhook /> },
];

/** Pages, actions and event types by name. */
export function PaletteDialog({ navigation, mode, onGo, onModeChange, onHelp }: Props) {
  const trpc = useTrpc();
  const focusReturn = useFocusReturn();
  const types = useQuery(trpc.eventTypes.list.queryOptions({ limit: 100 }));
  const other = mode === "live" ? "test" : "live";
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyles} />
      <Radix.Content
        {...focusReturn}
        aria-describedby={undefined}
        className={cn(dialogStyles, "sm:max-w-xl")}
      >
        <Radix.Title className="sr-only">Search or go to</Radix.Title>
        <Command label="Search or go to" loop filter={rank} className="flex min-h-0 flex-col">
          <Command.Input
            placeholder="A page, an event type, something to do…"
            className="h-13 w-full border-b border-line bg-transparent px-4 text-lg outline-none"
          />
          <Command.List className="max-h-[60dvh] overflow-y-auto p-2 sm:max-h-96">
            <Command.Empty className="px-3 py-8 text-center text-muted">
              Nothing is called that.
            </Command.Empty>
            <Group heading="Do">
              {actions.map((action) => (
                <Row key={action.label} {...action} onSelect={() => onGo(action.href)} />
              ))}
              <Row
                label={`Switch to ${other} mode`}
                icon={<ArrowLeftRight />}
                onSelect={() => onModeChange(other)}
              />
              <Row
                label="Keyboard shortcuts"
                icon={<Keyboard />}
                keys={commandKeys.help}
                onSelect={onHelp}
              />
            </Group>
            <Group heading="Go to">
              {navigation
                .flatMap((group) => group.items)
                .map(({ href, label, icon, keys }) => (
                  <Row
                    key={href}
                    label={label}
                    icon={icon}
                    keys={keys}
                    onSelect={() => onGo(href)}
                  />
                ))}
            </Group>
            {types.data !== undefined && types.data.data.length > 0 && (
              <Group heading="Event types">
                {types.data.data.map(({ id, title, slug, color }) => (
                  <Row
                    key={id}
                    label={title}
                    keywords={[slug]}
                    value={id}
                    icon={
                      <span
                        className="mx-0.5 size-3 rounded-full"
                        style={{ backgroundColor: color }}
                      />
                    }
                    onSelect={() => onGo(`/event-types/${id}`)}
                  />
                ))}
              </Group>
            )}
          </Command.List>
        </Command>
      </Radix.Content>
    </Radix.Portal>
  );
}

/** What begins with the words comes before what holds them. Letters strewn over a name, as cmdk would have it, find nothing. */
function rank(value: string, search: string, keywords: string[] = [value]): number {
  const sought = search.trim().toLowerCase();
  const names = keywords.map((each) => each.toLowerCase());
  if (names.some((name) => name.startsWith(sought))) return 1;
  return names.some((name) => name.includes(sought)) ? 0.5 : 0;
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint"
    >
      {children}
    </Command.Group>
  );
}

type RowProps = {
  label: string;
  icon: ReactNode;
  keys?: string | undefined;
  /** What else it is found by, and what tells it from others of its name. */
  keywords?: string[];
  value?: string;
  onSelect: () => void;
};

function Row({ label, icon, keys, keywords, value = label, onSelect }: RowProps) {
  return (
    <Command.Item
      value={value}
      keywords={keywords === undefined ? [label] : [label, ...keywords]}
      onSelect={onSelect}
      className="flex h-10 cursor-pointer items-center gap-3 rounded-md px-3 text-base aria-selected:bg-hover [&_svg]:size-4 [&_svg]:text-muted"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys !== undefined && <Kbd keys={keys} className="max-sm:hidden" />}
    </Command.Item>
  );
}
