import { useState } from "react";
import type { PageError } from "@/app/_trpc/error";
import { fieldProblems, focusFirst, sentence } from "./field-problems";
import { refusalWords } from "./refusal-words";
import { useWords } from "./words/use-words";

const none: Readonly<Record<string, string>> = {};

/**
 * What is wrong with a form: said at its fields where it is theirs, and else above them.
 * @param fieldOf the form's field for a path in a refusal
 */
export function useProblems(fieldOf: (path: string) => string = (path) => path) {
  const spoken = useWords();
  const [errors, setErrors] = useState(none);
  const [refusal, setRefusal] = useState<PageError | null>(null);

  function clear() {
    setErrors(none);
    setRefusal(null);
  }

  /** Looks over the form before it is sent. @returns whether anything is wrong */
  function find(form: HTMLFormElement): boolean {
    const problems = fieldProblems(form, spoken.words.basics.problems);
    setRefusal(null);
    setErrors(problems);
    focusFirst(form, problems);
    return Object.keys(problems).length > 0;
  }

  /** Says what the server refused. */
  function show(form: HTMLFormElement, refused: PageError) {
    const problem = refusalWords(refused, spoken);
    const found = Object.entries(problem.details ?? {}).map(
      ([path, text]) => [fieldOf(path), sentence(text)] as const,
    );
    const fields = found.filter(([name]) => form.elements.namedItem(name) !== null);
    const byField = Object.fromEntries(fields);
    setErrors(byField);
    if (found.length > 0 && fields.length === found.length) focusFirst(form, byField);
    else setRefusal({ code: problem.code, message: sentence(problem.message) });
  }

  /** Says why the whole form was refused, in the page's own words. */
  const refuse = (message: string) => setRefusal({ code: "refused", message });

  return { errors, refusal, clear, find, show, refuse };
}
