import { cn } from "@/app/_components/cn";
import { type DiffLine, diffLines } from "./diff-lines";
import { valueLines } from "./value-lines";
import { inWords } from "./words";

type Props = { field: string; before?: unknown; after?: unknown; timeZone: string };

const signs = { same: " ", removed: "−", added: "+" } as const;
const looks = {
  same: "text-muted",
  removed: "bg-danger-soft text-danger-text",
  added: "bg-success-soft text-success-text",
} as const;

/** A field's value before and after: what went and what came, line by line. */
export function ChangedField({ field, before, after, timeZone }: Props) {
  const [old, now] = [valueLines(before, timeZone), valueLines(after, timeZone)];
  return (
    <div className="grid gap-1">
      <dt className="text-sm font-medium">{inWords(field)}</dt>
      <dd className="overflow-hidden rounded-md border border-line bg-surface py-1 text-base">
        {old.length === 0 && now.length > 0 && <Line kind="removed" text="nothing" />}
        {diffLines(old, now).map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
          <Line key={index} {...line} />
        ))}
        {now.length === 0 && <Line kind="added" text="nothing" />}
      </dd>
    </div>
  );
}

function Line({ kind, text }: DiffLine) {
  const content = <span className="min-w-0 whitespace-pre-wrap wrap-anywhere">{text}</span>;
  return (
    <div className={cn("flex gap-2 px-3 py-0.5", looks[kind])}>
      <span aria-hidden className="w-2 shrink-0 font-mono select-none">
        {signs[kind]}
      </span>
      {kind === "same" && content}
      {kind === "removed" && (
        <del className="min-w-0 no-underline">
          <span className="sr-only">Before: </span>
          {content}
        </del>
      )}
      {kind === "added" && (
        <ins className="min-w-0 no-underline">
          <span className="sr-only">After: </span>
          {content}
        </ins>
      )}
    </div>
  );
}
