"use client";

import { useEffect, useRef, useState } from "react";
import { configurationOf } from "./configuration";
import { forReading } from "./document";
import { loadDocument, loadScalar, type ScalarInstance, switchStyles } from "./load-scalar";
import { useDarkMode } from "./use-dark-mode";
import "./reference.css";

/**
 * Scalar's API reference over `/v1/openapi.json`.
 * @param token what its requests are authorized with; undefined while that is still being found out
 */
export function Reference({ token }: { token: string | null | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");
  const dark = useDarkMode();

  useEffect(() => {
    const element = place.current;
    if (element === null || token === undefined) return undefined;
    let shown: ScalarInstance | undefined;
    let wanted = true;
    // Scalar reads the token once: with another it is another reference.
    async function show(at: Element, ofRequests: string | null) {
      const [scalar, document] = await Promise.all([loadScalar(), loadDocument()]);
      if (wanted) {
        switchStyles(true);
        shown = scalar.createApiReference(
          at,
          configurationOf({
            document: forReading(document, ofRequests !== null),
            token: ofRequests,
            origin: location.origin,
          }),
        );
        setState("shown");
      }
    }
    show(element, token).catch(() => setState("failed"));
    return () => {
      wanted = false;
      shown?.destroy();
      switchStyles(false);
    };
  }, [token]);

  useEffect(() => {
    if (state === "shown") darken(dark);
  }, [state, dark]);

  return (
    <>
      {state === "loading" && (
        <output className="block p-6 text-base text-muted">Loading the API reference…</output>
      )}
      {state === "failed" && (
        <p role="alert" className="p-6 text-base">
          The API reference could not be loaded. Reload the page to try again; /v1/openapi.json has
          the same for programs.
        </p>
      )}
      <div ref={place} className="min-h-[calc(100dvh-7rem)]" />
    </>
  );
}

/** Scalar goes by a class of the body. Doing that ourselves spares it, and what was typed in it, a new start. */
function darken(dark: boolean): void {
  document.body.classList.toggle("dark-mode", dark);
  document.body.classList.toggle("light-mode", !dark);
}
