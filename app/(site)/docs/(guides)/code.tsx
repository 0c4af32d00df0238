/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import type { ReactNode } from "react";

import { CopyButton } from "@/app/_components/copy-button";
import { fillPlaceholders } from "./facts";
import { highlight, type Token } from "./highlight";

const colours: Record<Token["kind"], string | undefined> = {
  plain: undefined,
  string: "text-success-text",
  keyword: "text-accent-text",
  number: "text-warning-text",
  comment: "text-faint italic",
  name: "text-muted",
};

const titles: Record<string, string> = {
  curl: "curl",
  bash: "Shell",
  typescript: "TypeScript",
  ts: "TypeScript",
  js: "JavaScript",
  json: "JSON",
  http: "Headers",
  text: "Text",
  python: "Python",
  php: "PHP",
  go: "Go",
  ruby: "Ruby",
  html: "HTML",
  css: "CSS",
  ini: "Settings",
  yaml: "YAML",
};

/** Names of languages as readers and fences write them, to those that are coloured alike. */
const spellings: Record<string, string> = { curl: "bash", ts: "typescript", js: "typescript" };

/** Coloured code that scrolls sideways by itself. */
export function Colored({
  code,
  language,
  label,
}: {
  code: string;
  language: string;
  label: string;
}) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="overflow-x-auto px-4 py-3.5 font-mono text-sm/5.5 focus-visible:-outline-offset-2"
    >
      <code>
        {highlight(spellings[language] ?? language, code).map(({ kind, text, start }) =>
          kind === "plain" ? (
            text
          ) : (
            <span key={start} className={colours[kind]}>
              {text}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}

/** The frame of code: what it is at the left of its head, what can be done with it at the right. */
export function CodeFrame({
  head,
  actions,
  children,
}: {
  head: ReactNode;
  actions: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-line bg-subtle">
      <figcaption className="flex min-h-10 items-center justify-between gap-3 border-b border-line py-1 pr-1 pl-4 text-sm text-muted">
        {head}
        <span className="flex shrink-0 items-center gap-1">{actions}</span>
      </figcaption>
      {children}
    </figure>
  );
}

/** Code that is no request to the API: a header, a shell line, a function. */
export async function Code({
  code,
  language,
  title,
}: {
  code: string;
  language: string;
  title?: string;
}) {
  const filled = await fillPlaceholders(code);
  const label = title ?? titles[language] ?? language;
  return (
    <CodeFrame
      head={<span className="truncate">{label}</span>}
      actions={<CopyButton value={filled} variant="ghost" iconOnly label="Copy code" />}
    >
      <Colored code={filled} language={language} label={label} />
    </CodeFrame>
  );
}
