import { cn } from "./cn";

/** A body on its orbit, which is also a clock at two. The name beside it unless `markOnly`. */
export function Brand({ markOnly = false, className }: { markOnly?: boolean; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-lg font-semibold", className)}>
      <svg
        viewBox="0 0 24 24"
        aria-hidden={!markOnly}
        role={markOnly ? "img" : undefined}
        aria-label={markOnly ? "Astrocal" : undefined}
        className="size-6 shrink-0"
      >
        <rect width="24" height="24" rx="6.5" className="fill-accent" />
        <path
          d="M17.63 10.49a6 6 0 1 1-2.9-3.82"
          fill="none"
          strokeWidth="2"
          strokeLinecap="round"
          className="stroke-on-accent"
        />
        <circle cx="16.9" cy="7.1" r="1.9" className="fill-on-accent" />
        <circle cx="12" cy="12" r="1.4" className="fill-on-accent" />
      </svg>
      {!markOnly && <span className="tracking-tight">Astrocal</span>}
    </span>
  );
}
