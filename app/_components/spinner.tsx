import { LoaderCircleIcon } from "lucide-react";

import { cn } from "./cn";

/** Decorative by default; give a `label` when nothing beside it says that something is under way. */
export function Spinner({ label, className }: { label?: string; className?: string | undefined }) {
  const icon = <LoaderCircleIcon aria-hidden className={cn("size-4 animate-spin", className)} />;
  if (label === undefined) return icon;
  return (
    <output className="inline-flex">
      {icon}
      <span className="sr-only">{label}</span>
    </output>
  );
}
