import type { Basics } from "./words/words";

/** What the browser itself finds wrong with a form, as field name → sentence, in the form's order. */
export function fieldProblems(
  form: HTMLFormElement,
  words: Basics["problems"],
): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const control of form.elements) {
    if (
      (control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement) &&
      control.name !== "" &&
      !control.validity.valid
    ) {
      problems[control.name] ??= problemOf(control.type, control.validity, words);
    }
  }
  return problems;
}

function problemOf(type: string, validity: ValidityState, words: Basics["problems"]): string {
  if (validity.valueMissing) {
    if (type === "checkbox") return words.tick;
    return type === "select-one" ? words.choose : words.fill;
  }
  if (type === "email") return words.email;
  if (type === "url") return words.url;
  if (type === "tel") return words.phone;
  return words.check;
}

/** Puts the cursor into the first field that has a problem. */
export function focusFirst(form: HTMLFormElement, problems: Readonly<Record<string, string>>) {
  for (const control of form.elements) {
    if (
      control instanceof HTMLElement &&
      Object.hasOwn(problems, control.getAttribute("name") ?? "")
    ) {
      control.focus();
      return;
    }
  }
}

/** "must be an e-mail address" as a sentence under its field. */
export function sentence(problem: string): string {
  const [first = "", ...rest] = problem;
  const text = `${first.toUpperCase()}${rest.join("")}`;
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
