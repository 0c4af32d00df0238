import { FlaskConicalIcon } from "lucide-react";
import type { ReactNode } from "react";

/** The strip that says, on every page of test mode, that nothing here is real. */
export function TestModeBanner({
  clock,
  label = "Test mode",
  children = "Test mode: no e-mail is sent, no calendar is touched, no card is charged.",
}: {
  /** What time it is here, and the way to move it. */
  clock?: ReactNode;
  /** What it is called, where that is not English. */
  label?: string;
  children?: ReactNode;
}) {
  return (
    <aside
      aria-label={label}
      className="flex min-h-8 flex-wrap items-center justify-center gap-2.5 bg-test px-4 py-1 text-sm font-medium text-on-test"
    >
      <FlaskConicalIcon aria-hidden className="size-4 shrink-0" />
      <p className="text-balance">{children}</p>
      {clock}
    </aside>
  );
}
