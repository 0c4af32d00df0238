import { CircleAlertIcon, TriangleAlertIcon } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import type { Attention } from "./attention";

const icons = {
  danger: <CircleAlertIcon aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-text" />,
  warning: <TriangleAlertIcon aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-text" />,
};

/** What goes wrong, or soon will; nothing at all when there is nothing. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="needs-you" className="grid gap-2">
      <h2 id="needs-you" className="text-base font-semibold">
        Needs you
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {items.map(({ key, tone, title, text, href, action }) => (
          <li
            key={key}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 last:border-b-0"
          >
            <div className="flex min-w-0 flex-1 basis-72 gap-2.5">
              {icons[tone]}
              <div className="grid min-w-0 gap-0.5">
                <p className="font-medium wrap-anywhere">{title}</p>
                <p className="text-sm text-muted">{text}</p>
              </div>
            </div>
            <ButtonLink size="sm" href={href}>
              {action}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
