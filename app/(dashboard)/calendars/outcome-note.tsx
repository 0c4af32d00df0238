"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { FormError } from "@/app/_components/form-error";
import type { Outcome } from "./outcome";

/** What came of a sign-in that the browser has just come back from; the address forgets it at once. */
export function OutcomeNote({ outcome }: { outcome: Outcome | null }) {
  const [first] = useState(outcome);
  useEffect(() => {
    if (first === null) return;
    window.history.replaceState(null, "", window.location.pathname);
    if ("connected" in first) {
      toast.success(`${first.connected} is connected`, { id: "connected" });
    }
  }, [first]);
  if (first === null || "connected" in first) return null;
  return <FormError error={{ message: `The calendar was not connected: ${first.error}` }} />;
}
