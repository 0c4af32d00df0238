import type { ReactNode } from "react";
import { Brand } from "@/app/_components/brand";

/** Around the pages that invitees see. They call procedures by `visitor-client.ts`, with no session. */
export default function BookingLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex-1 md:py-10">{children}</div>
      <footer className="flex justify-center px-4 py-6 text-faint">
        <span className="inline-flex items-center gap-1.5 text-sm">
          Scheduled with <Brand className="text-sm font-medium [&>svg]:size-4" />
        </span>
      </footer>
    </div>
  );
}
