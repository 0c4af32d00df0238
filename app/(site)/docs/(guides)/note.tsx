import { InfoIcon, TriangleAlertIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What a reader must not miss, beside the text. */
export function Note({
  tone = "info",
  children,
}: {
  tone?: "info" | "warning";
  children: ReactNode;
}) {
  return (
    <div className="note" data-tone={tone} role="note">
      {tone === "info" ? <InfoIcon aria-hidden /> : <TriangleAlertIcon aria-hidden />}
      <div>{children}</div>
    </div>
  );
}
