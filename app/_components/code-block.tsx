/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { cn } from "./cn";
import { CopyButton } from "./copy-button";

/** Code to take away: scrolls sideways by itself, also by keyboard; the button copies all of it. */
export function CodeBlock({
  code,
  label,
  wrap = false,
  className,
}: {
  code: string;
  /** What it is, shown above it: "curl", "Response". */
  label: string;
  /** For one long word, such as a key. */
  wrap?: boolean;
  className?: string;
}) {
  return (
    <figure
      className={cn("min-w-0 overflow-hidden rounded-lg border border-line bg-subtle", className)}
    >
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-1 pr-1 pl-3.5 text-sm text-muted">
        {label}
        <CopyButton value={code} variant="ghost" />
      </figcaption>
      <pre
        tabIndex={0}
        aria-label={label}
        className={cn(
          "overflow-x-auto px-3.5 py-3 font-mono text-sm focus-visible:-outline-offset-2",
          wrap && "break-all whitespace-pre-wrap",
        )}
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
