import { FlaskConicalIcon } from "lucide-react";
import type { ReactNode } from "react";

/** The strip that says, on every page of test mode, that nothing here is real. */
export function TestModeBanner({
  clock,
  children = "Test mode: no e-mail is sent, no calendar is touched, no card is charged.",
}: {
  /** What time it is here, and the way to move it. */
  clock?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <aside
      aria-label="Test mode"
      className="flex min-h-8 flex-wrap items-center justify-center gap-2.5 bg-test px-4 py-1 text-sm font-medium text-on-test"
    >
      <FlaskConicalIcon aria-hidden className="size-4 shrink-0" />
      <p className="text-balance">{children}</p>
      {clock}
    </aside>
  );
}
