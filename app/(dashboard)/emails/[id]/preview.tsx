"use client";

import { DownloadIcon } from "lucide-react";
import { useState } from "react";
import { ButtonLink } from "@/app/_components/button-link";
import { Segmented } from "@/app/_components/segmented";

type Props = { html: string; text: string; ics: string | null };

/** The mail as its reader sees it. What strangers wrote is in it: the frame runs nothing and has no origin. */
export function Preview({ html, text, ics }: Props) {
  const [shown, setShown] = useState<"html" | "text">("html");
  return (
    <section aria-label="Content" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          label="Show"
          value={shown}
          onValueChange={setShown}
          options={[
            { value: "html", label: "As sent" },
            { value: "text", label: "Plain text" },
          ]}
        />
        {ics !== null && (
          <ButtonLink
            size="sm"
            href={`data:text/calendar;charset=utf-8,${encodeURIComponent(ics)}`}
            download="invite.ics"
            icon={<DownloadIcon aria-hidden />}
          >
            Invitation (.ics)
          </ButtonLink>
        )}
      </div>
      {shown === "html" ? (
        <iframe
          title="The mail as it is sent"
          sandbox="allow-popups"
          srcDoc={html}
          className="h-160 w-full rounded-lg border border-line bg-white"
        />
      ) : (
        <pre className="rounded-lg border border-line bg-surface p-4 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
          {text}
        </pre>
      )}
    </section>
  );
}
