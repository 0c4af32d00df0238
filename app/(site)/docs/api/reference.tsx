"use client";

import { useEffect, useRef, useState } from "react";
import { configurationOf } from "./configuration";
import { withoutOptional } from "./document";
import { loadDocument, loadScalar, type ScalarInstance } from "./load-scalar";
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
    if (element === null || dark === undefined || token === undefined) return undefined;
    let shown: ScalarInstance | undefined;
    let wanted = true;
    // Scalar reads its settings once: other settings are another reference.
    async function show(at: Element, configured: { token: string | null; dark: boolean }) {
      const [scalar, document] = await Promise.all([loadScalar(), loadDocument()]);
      if (wanted) {
        const settings = { ...configured, document: withoutOptional(document) };
        shown = scalar.createApiReference(
          at,
          configurationOf({ ...settings, origin: location.origin }),
        );
        setState("shown");
      }
    }
    show(element, { token, dark }).catch(() => setState("failed"));
    return () => {
      wanted = false;
      shown?.destroy();
    };
  }, [token, dark]);

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
