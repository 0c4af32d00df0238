import { ArrowRightIcon } from "lucide-react";

import { CopyButton } from "@/app/_components/copy-button";
import { operationNamed } from "@/app/_trpc/operations";
import { Code, CodeFrame, Colored } from "./code";
import { fillPlaceholders } from "./facts";
import { LanguageSwitch } from "./language-switch";
import { chosenLanguage } from "./language-choice";

export type ExampleProps = {
  curl?: string;
  typescript?: string;
  /** The body that comes back. */
  answer?: string;
  /** Headers that come back. */
  headers?: string;
  /** `operationId` of the operation that is called. */
  operation?: string;
  status?: string;
  title?: string;
};

/**
 * A request in the languages it is written in, and the answer to it. Both languages are in the page; style sheets hide
 * the one that is not chosen (docs.css), so that switching needs no further request.
 */
export async function Example({
  curl,
  typescript,
  answer,
  headers,
  operation,
  status,
  title,
}: ExampleProps) {
  const samples = [
    { language: "curl", name: "curl", code: curl },
    { language: "typescript", name: "TypeScript", code: typescript },
  ].flatMap(({ code, ...sample }) => (code === undefined ? [] : [{ ...sample, code }]));
  const filled = await Promise.all(
    samples.map(async (sample) => ({ ...sample, code: await fillPlaceholders(sample.code) })),
  );
  const called = operation === undefined ? undefined : operationNamed(operation);
  return (
    <div className="example">
      <CodeFrame
        head={
          title === undefined && called !== undefined ? (
            <span className="truncate font-mono text-xs">
              <span className="font-semibold text-ink">{called.method}</span> {called.path}
            </span>
          ) : (
            <span className="truncate">{title ?? "Request"}</span>
          )
        }
        actions={
          <>
            {filled.length > 1 && <LanguageSwitch initial={await chosenLanguage()} />}
            {filled.map(({ language, name, code }) => (
              <span key={language} data-language={filled.length > 1 ? language : undefined}>
                <CopyButton value={code} variant="ghost" iconOnly label={`Copy ${name}`} />
              </span>
            ))}
          </>
        }
      >
        {filled.map(({ language, name, code }) => (
          <div key={language} data-language={filled.length > 1 ? language : undefined}>
            <Colored code={code} language={language} label={name} />
          </div>
        ))}
        {called !== undefined && (
          <div className="border-t border-line px-4 py-2 text-sm">
            <a
              href={called.href}
              className="inline-flex items-center gap-1 font-medium text-accent-text hover:underline"
            >
              Try it in the API playground
              <ArrowRightIcon aria-hidden className="size-3.5" />
            </a>
          </div>
        )}
      </CodeFrame>
      {headers !== undefined && (
        <Code code={headers} language="http" title="Headers of the answer" />
      )}
      {answer !== undefined && (
        <Code
          code={answer}
          language="json"
          title={status === undefined ? "Answer" : `Answer · ${status}`}
        />
      )}
    </div>
  );
}
