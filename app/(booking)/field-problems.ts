/** What the browser itself finds wrong with a form, as field name → sentence, in the form's order. */
export function fieldProblems(form: HTMLFormElement): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const control of form.elements) {
    if (
      (control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement) &&
      control.name !== "" &&
      !control.validity.valid
    ) {
      problems[control.name] ??= problemOf(control.type, control.validity);
    }
  }
  return problems;
}

function problemOf(type: string, validity: ValidityState): string {
  if (validity.valueMissing) {
    if (type === "checkbox") return "Please tick this to go on.";
    return type === "select-one" ? "Please choose one." : "Please fill this in.";
  }
  if (type === "email") return "Please enter an e-mail address such as ada@example.com.";
  if (type === "url") return "Please enter a web address that begins with https://.";
  if (type === "tel") return "Please enter a telephone number such as +49 30 123456.";
  return "Please check this.";
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
