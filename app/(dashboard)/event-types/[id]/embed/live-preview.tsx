"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import type { Astrocal } from "@/app/_widget/astrocal";
import type { EmbedMode, EmbedTheme } from "./snippet";

let loading: Promise<Astrocal> | undefined;

/** The script as other sites load it, once. */
async function loadWidget(): Promise<Astrocal> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/widget/v1/astrocal.js";
    script.addEventListener("load", () => {
      if (window.Astrocal === undefined) reject(new Error("The widget did not start"));
      else resolve(window.Astrocal);
    });
    script.addEventListener("error", () => {
      loading = undefined;
      script.remove();
      reject(new Error("The widget could not be loaded"));
    });
    document.head.append(script);
  });
  return await loading;
}

type Props = { eventTypeId: string; mode: EmbedMode; theme: EmbedTheme };

/** The widget itself, as it will be in the page. */
export function LivePreview({ eventTypeId, mode, theme }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null || mode !== "inline") return undefined;
    let isWanted = true;
    const mount = async () => {
      const astrocal = await loadWidget();
      if (isWanted) astrocal.mount(element, { eventType: eventTypeId, theme });
    };
    mount().catch((error: unknown) => setProblem(String(error)));
    return () => {
      isWanted = false;
      window.Astrocal?.destroy(element);
    };
  }, [eventTypeId, mode, theme]);

  const open = async () => (await loadWidget()).open({ eventType: eventTypeId, theme });

  return (
    <div className="grid gap-3">
      {problem !== null && <p role="alert">{problem}</p>}
      {mode === "inline" ? (
        <div ref={place} />
      ) : (
        <p>
          <Button
            onClick={() => {
              open().catch((error: unknown) => setProblem(String(error)));
            }}
          >
            Book a time
          </Button>
        </p>
      )}
    </div>
  );
}
