import { CalendarDays, Cloud, Grid2x2, HardDrive, Mail, Rss, Server } from "lucide-react";
import type { Kind } from "./kinds";

const icons = {
  google: <CalendarDays />,
  microsoft: <Grid2x2 />,
  icloud: <Cloud />,
  fastmail: <Mail />,
  nextcloud: <HardDrive />,
  caldav: <Server />,
  ics: <Rss />,
} as const satisfies Record<Kind, unknown>;

/** Decorative: the name belongs beside it. */
export function KindIcon({ kind }: { kind: Kind }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg bg-hover text-muted [&_svg]:size-4.5"
    >
      {icons[kind]}
    </span>
  );
}
