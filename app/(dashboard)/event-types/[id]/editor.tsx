"use client";

import { ExternalLinkIcon } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/app/_components/badge";
import { ButtonAnchor } from "@/app/_components/button-anchor";
import { CopyButton } from "@/app/_components/copy-button";
import { PageHeader } from "@/app/_components/page-header";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/app/_components/tabs";
import type { AvailabilityRules } from "@/server/availability/schema";
import type { EventType } from "@/server/event-types/schema";
import { civilDateAt } from "@/server/time";
import { EventTypeMenu } from "../event-type-menu";
import { BasicsTab } from "./basics/basics-tab";
import { type Tab, tabs } from "./editor-fields";
import { EmbedTab } from "./embed/embed-tab";
import { GuestsTab } from "./guests/guests-tab";
import { HostsTab } from "./hosts/hosts-tab";
import { HoursEditor } from "../../hours/hours-editor";
import { LeaveGuard } from "@/app/_components/leave-guard";
import { LimitsTab } from "./limits/limits-tab";
import { Preview } from "./preview";
import { SaveBar } from "./save-bar";
import { type EditorState, useEditor } from "./use-editor";

type Props = {
  initialType: EventType;
  initialRules: AvailabilityRules;
  initialTab: Tab;
  /** When the page was made, so that server and browser agree on the date. */
  now: string;
};

const names = {
  basics: "Basics",
  availability: "Availability",
  limits: "Limits",
  guests: "Guests",
  hosts: "Hosts",
  embed: "Embed",
} as const;

/** Everything about one event type: its fields in tabs, what is free at present, and one bar that saves. */
export function Editor({ initialType, initialRules, initialTab, now }: Props) {
  const editor = useEditor({ type: initialType, rules: initialRules, tab: initialTab });
  const [nowMs] = useState(() => Date.parse(now));
  const { type, rules, form, hours } = editor;
  return (
    <>
      <Header type={type} />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <form
          noValidate
          // What has focus is not hidden behind the save bar.
          className="min-w-0 **:[button]:scroll-mb-40 **:[input]:scroll-mb-40 **:[textarea]:scroll-mb-40"
          onSubmit={(event) => {
            event.preventDefault();
            editor.save();
          }}
        >
          <Tabs
            value={editor.tab}
            onValueChange={(value) => editor.showTab(tabs.find((tab) => tab === value) ?? "basics")}
          >
            <TabsList aria-label="Settings">
              {tabs.map((tab) => (
                <TabsTrigger key={tab} value={tab}>
                  {names[tab]}
                  <TabMark editor={editor} tab={tab} />
                </TabsTrigger>
              ))}
            </TabsList>
            <TabsContent value="basics">
              <BasicsTab form={form} type={type} />
            </TabsContent>
            <TabsContent value="availability">
              <HoursEditor
                hours={hours}
                onChange={editor.setHours}
                today={civilDateAt(hours.timeZone, nowMs)}
              />
            </TabsContent>
            <TabsContent value="limits">
              <LimitsTab form={form} />
            </TabsContent>
            <TabsContent value="guests">
              <GuestsTab
                form={form}
                eventTypeId={type.id}
                timeZone={rules.timezone}
                isWaitedFor={type.waitlist_enabled}
              />
            </TabsContent>
            <TabsContent value="hosts">
              <HostsTab form={form} eventTypeId={type.id} />
            </TabsContent>
            <TabsContent value="embed">
              <EmbedTab type={type} />
            </TabsContent>
          </Tabs>
          <SaveBar editor={editor} />
        </form>
        <Preview
          type={type}
          rules={rules}
          nowMs={nowMs}
          isDirty={editor.isDirty}
          onShowTab={editor.showTab}
        />
      </div>
      <LeaveGuard active={editor.isDirty && !editor.pending} />
    </>
  );
}

function Header({ type }: { type: EventType }) {
  return (
    <PageHeader
      title={
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
          {type.title}
          {!type.active && <Badge dot>Inactive</Badge>}
        </span>
      }
      breadcrumb={[{ label: "Event types", href: "/event-types" }]}
      actions={
        <>
          <CopyButton value={type.booking_url} label="Copy link" size="md" />
          <ButtonAnchor
            href={type.booking_url}
            target="_blank"
            rel="noreferrer"
            icon={<ExternalLinkIcon aria-hidden />}
          >
            Open page
          </ButtonAnchor>
          <EventTypeMenu type={type} own />
        </>
      }
    />
  );
}

/** A dot beside a tab's name where something is wrong, or not saved yet. */
function TabMark({ editor, tab }: { editor: EditorState; tab: Tab }) {
  const isWrong = editor.wrongTabs.has(tab);
  if (!isWrong && !editor.dirtyTabs.has(tab)) return null;
  return (
    <>
      <span
        aria-hidden
        className={`size-1.5 rounded-full ${isWrong ? "bg-danger" : "bg-accent-text"}`}
      />
      <span className="sr-only">{isWrong ? "(has a problem)" : "(not saved)"}</span>
    </>
  );
}
