"use client";

import { useEffect } from "react";
import { hydratedEvent } from "./keep-early-input";

/** Tells the page's own script that React hears from now on. */
export function Hydrated() {
  useEffect(() => {
    document.dispatchEvent(new Event(hydratedEvent));
  }, []);
  return null;
}
