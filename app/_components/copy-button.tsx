"use client";

import { CheckIcon, CopyIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { Button, type ButtonProps } from "./button";

export type CopyButtonProps = Omit<ButtonProps, "onClick" | "children" | "value" | "icon"> & {
  /** What lands on the clipboard. */
  value: string;
  /** What it copies: "Copy key". Its accessible name, and its text unless `iconOnly`. */
  label?: string;
  iconOnly?: boolean;
};

type Outcome = "idle" | "copied" | "failed";

const messages = {
  idle: "",
  copied: "Copied",
  failed: "Not copied. Select the text and copy it by hand.",
} as const satisfies Record<Outcome, string>;

export function CopyButton({
  value,
  label = "Copy",
  iconOnly = false,
  size = "sm",
  ...props
}: CopyButtonProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [outcome, setOutcome] = useState<Outcome>("idle");

  useEffect(() => {
    if (outcome === "idle") return undefined;
    const timer = setTimeout(() => setOutcome("idle"), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    setOutcome((await writeText(value, anchor.current)) ? "copied" : "failed");
  }

  const icon =
    outcome === "copied" ? (
      <CheckIcon aria-hidden className="text-success-text" />
    ) : (
      <CopyIcon aria-hidden />
    );
  return (
    <span ref={anchor} className="relative inline-flex">
      <Button
        {...props}
        size={size}
        {...(iconOnly ? { "aria-label": label, title: label } : {})}
        icon={icon}
        onClick={() => void copy()}
      >
        {!iconOnly && label}
      </Button>
      <output className="sr-only">{messages[outcome]}</output>
      {outcome === "failed" && (
        <span
          aria-hidden
          className="absolute top-full right-0 z-10 mt-1 w-52 rounded-md bg-inverse px-2 py-1 text-sm text-on-inverse"
        >
          {messages.failed}
        </span>
      )}
    </span>
  );
}

/**
 * The Clipboard API is missing on plain http and may be forbidden by policy; the older command works
 * there. Its textarea goes beside the button, since a dialog's focus trap lets nothing outside be focused.
 */
async function writeText(text: string, anchor: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, anchor ?? document.body);
  }
}

function copyBySelection(text: string, anchor: HTMLElement): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.tabIndex = -1;
  area.style.cssText = "position:absolute;opacity:0;inset:0;pointer-events:none";
  anchor.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
