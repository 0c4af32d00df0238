import type { ReactNode } from "react";
import { cn } from "@/app/_components/cn";
import { formatCount } from "./count";

type Props = {
  label: string;
  used: number;
  /** Null: the plan sets none. */
  limit: number | null;
  /** When it begins anew, in a sentence. */
  resets: ReactNode;
  /** What happens to the next one, once the limit is reached. */
  refusal: string;
};

/** From this share of a limit on, the bar says that it is nearly used up. */
const nearly = 0.8;

/** How much of a limit is used: a number, a bar, and what is left. */
export function LimitBar({ label, used, limit, resets, refusal }: Props) {
  const share = limit === null ? 0 : Math.min(1, used / limit);
  const ofLimit = limit === null ? "no limit" : `of ${formatCount(limit)}`;
  return (
    <div className="grid content-start gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-base font-medium">{label}</h3>
        <p className="text-base text-muted tabular-nums">
          <span className="text-xl font-semibold text-ink">{formatCount(used)}</span> {ofLimit}
        </p>
      </div>
      {limit !== null && (
        <>
          <meter aria-label={label} min={0} max={limit} value={used} className="sr-only">
            {formatCount(used)} {ofLimit}
          </meter>
          <div
            aria-hidden
            className="h-2 overflow-hidden rounded-full bg-line forced-colors:border"
          >
            <div
              className={cn(
                "h-full rounded-full forced-color-adjust-none",
                used > 0 && "min-w-1",
                barColor(share),
              )}
              style={{ width: `${share * 100}%` }}
            />
          </div>
        </>
      )}
      <p className="text-sm text-muted">
        {limit !== null && (
          <span className={cn("font-medium", textColor(share))}>
            {share === 1 ? refusal : `${formatCount(limit - used)} left.`}
          </span>
        )}{" "}
        {resets}
      </p>
    </div>
  );
}

// Not the accent: in test mode it is too bright to be seen on white.
function barColor(share: number) {
  if (share === 1) return "bg-danger";
  return share >= nearly ? "bg-warning" : "bg-ring";
}

function textColor(share: number) {
  if (share === 1) return "text-danger-text";
  return share >= nearly ? "text-warning-text" : "text-muted";
}
