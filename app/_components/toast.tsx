"use client";

import { CircleAlertIcon, CircleCheckIcon, InfoIcon, TriangleAlertIcon } from "lucide-react";
import type { CSSProperties } from "react";
import { Toaster as Sonner } from "sonner";

import { Spinner } from "./spinner";

// Sonner's own custom properties, filled with our tokens; React's CSSProperties knows none of either.
const tokens: CSSProperties & Record<`--${string}`, string> = {
  "--normal-bg": "var(--color-raised)",
  "--normal-border": "var(--color-line)",
  "--normal-text": "var(--color-ink)",
  "--border-radius": "0.5rem",
  "--width": "22rem",
};

const icons = {
  success: <CircleCheckIcon aria-hidden className="size-4 text-success-text" />,
  error: <CircleAlertIcon aria-hidden className="size-4 text-danger-text" />,
  warning: <TriangleAlertIcon aria-hidden className="size-4 text-warning-text" />,
  info: <InfoIcon aria-hidden className="size-4 text-accent-text" />,
  loading: <Spinner />,
};

/** Once, around pages (feedback.tsx). They call `toast.success("Saved")` of "sonner" itself. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      // On a phone a page's save bar stands at the foot: above it.
      mobileOffset={{ bottom: "5rem" }}
      style={tokens}
      icons={icons}
      duration={6000}
      toastOptions={{
        style: { fontFamily: "inherit" },
        classNames: {
          description: "text-muted!",
          toast: "shadow-md! focus-visible:outline-2! focus-visible:outline-ring!",
        },
      }}
    />
  );
}
