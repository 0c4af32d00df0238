"use client";

import Link from "next/link";
import { useState } from "react";
import { Card } from "@/app/_components/card";
import { CodeBlock } from "@/app/_components/code-block";
import { Segmented } from "@/app/_components/segmented";
import type { EventType } from "@/server/event-types/schema";
import { LivePreview } from "./live-preview";
import { type EmbedMode, embedSnippet, type EmbedTheme } from "./snippet";

const modes = [
  { value: "inline", label: "In the page" },
  { value: "popup", label: "Popup" },
] as const;

const themes = [
  { value: "auto", label: "As the visitor’s" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** The lines that put this event type into another site, and what they do. */
export function EmbedTab({ type }: { type: EventType }) {
  const [mode, setMode] = useState<EmbedMode>("inline");
  const [theme, setTheme] = useState<EmbedTheme>("auto");
  const isShown = type.active && !type.is_test;
  return (
    <div className="grid gap-5">
      <Card
        title="Embed in your site"
        description={
          <>
            Paste this where visitors are to book. Its colors and words can be yours:{" "}
            <Link href="/docs/embed" className="text-accent-text underline underline-offset-2">
              Embed
            </Link>{" "}
            says how.
          </>
        }
      >
        <div className="grid grid-cols-1 gap-4">
          <div className="flex flex-wrap gap-3">
            <Segmented
              label="Where it is shown"
              value={mode}
              onValueChange={setMode}
              options={modes}
            />
            <Segmented label="Theme" value={theme} onValueChange={setTheme} options={themes} />
          </div>
          <CodeBlock label="HTML" code={embedSnippet(type, { mode, theme })} />
        </div>
      </Card>
      <Card
        title="Preview"
        description={
          isShown
            ? "This is the widget itself: what is booked here is booked."
            : type.is_test
              ? "The widget shows event types of the live side only."
              : "The widget shows active event types only."
        }
      >
        {isShown && <LivePreview eventTypeId={type.id} mode={mode} theme={theme} />}
      </Card>
    </div>
  );
}
