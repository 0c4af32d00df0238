import type { ReactNode } from "react";
import { Toaster } from "./toast";
import { TooltipProvider } from "./tooltip";

/** What tooltips and toasts need around them: once for each group of pages that has any; hosted pages do without. */
export function Feedback({ children }: { children: ReactNode }) {
  return (
    <>
      <TooltipProvider>{children}</TooltipProvider>
      <Toaster />
    </>
  );
}
