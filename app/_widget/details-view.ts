import {
  type BookingInput,
  bookingInput,
  fieldOf,
} from "../(booking)/[org]/[eventType]/form-input";
import { fieldProblems, focusFirst, sentence } from "../(booking)/field-problems";
import { AstrocalError } from "../_sdk/error";
import { h, newId } from "./dom";
import { fill } from "../(booking)/words/fill";
import type { Labels } from "./labels/labels";
import type { EventType } from "./options";
import { type Session, wordsOf } from "./session";

type Question = EventType["questions"][number];
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A label, its control, and what is wrong with it. */
function field(label: string, control: Control, { optional }: { optional?: string } = {}) {
  control.id = newId();
  const problem = h("p", { class: "problem", id: `${control.id}-problem`, hidden: true });
  const note = optional === undefined ? null : h("span", { class: "muted" }, ` (${optional})`);
  const name = h("label", { for: control.id }, label, note);
  const isBox = control instanceof HTMLInputElement && control.type === "checkbox";
  const line = isBox ? [h("div", { class: "row" }, control, name)] : [name, control];
  return h("div", { class: "field" }, ...line, problem);
}

function controlOf({ id, type, required, options = [] }: Question, labels: Labels): Control {
  const name = `answers.${id}`;
  switch (type) {
    case "textarea":
      return h("textarea", { name, required, maxlength: 1000 });
    case "checkbox":
      return h("input", { name, required, type: "checkbox", value: "yes" });
    case "select":
      return h(
        "select",
        { name, required },
        h("option", { value: "" }, labels.chooseOne),
        ...options.map((option) => h("option", { value: option }, option)),
      );
    case "phone":
      return h("input", { name, required, type: "tel", autocomplete: "tel", maxlength: 1000 });
    case "url":
      return h("input", { name, required, type: "url", maxlength: 1000 });
    case "text":
      return h("input", { name, required, maxlength: 1000 });
  }
}

/** Shows each problem at its field. */
function showProblems(form: HTMLFormElement, problems: Readonly<Record<string, string>>): void {
  for (const control of form.elements) {
    const box = form.querySelector(`[id="${control.id}-problem"]`);
    if (control.id === "" || !(box instanceof HTMLElement)) continue;
    const text = problems[control.getAttribute("name") ?? ""];
    box.hidden = text === undefined;
    box.textContent = text ?? "";
    if (text === undefined) {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    } else {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", box.id);
    }
  }
}

/** The people who come along, each with a name and an address. */
function guestFields(labels: Labels, most: number) {
  const list = h("div", { class: "field" });
  const add = h("button", { type: "button", onclick: () => draw(count() + 1) }, labels.addGuest);
  const count = () => list.childElementCount;
  function draw(wanted: number): void {
    while (count() > wanted) list.lastElementChild?.remove();
    while (count() < wanted) {
      const number = count() + 1;
      const name = h("input", { name: `attendees.${number}.name`, required: true, maxlength: 255 });
      const email = h("input", {
        name: `attendees.${number}.email`,
        required: true,
        type: "email",
      });
      list.append(
        h(
          "div",
          { class: "field" },
          field(fill(labels.guestName, { number }), name),
          field(fill(labels.guestEmail, { number }), email),
        ),
      );
      name.focus();
    }
    add.hidden = wanted >= most;
    remove.hidden = wanted === 0;
    remove.textContent = fill(labels.removeGuest, { number: wanted });
  }
  const remove = h("button", { type: "button", onclick: () => draw(count() - 1) });
  draw(0);
  return {
    element: h("div", { class: "field" }, list, h("div", { class: "row" }, add, remove)),
    count,
  };
}

type Actions = {
  onBack: () => void;
  /** Books, and goes on. @throws what forbids it */
  onBook: (input: BookingInput) => Promise<void>;
  onError: (error: unknown) => void;
};

/** Leaving a name. It is made once, so that what was typed is kept while another time is chosen. */
export function detailsView(session: Session, { onBack, onBook, onError }: Actions) {
  const { labels, options, eventType } = session;
  const optional = { optional: labels.optional };
  const guests = guestFields(labels, eventType.max_attendees - 1);
  const refusal = h("div", { role: "alert" });
  const when = h("p", {});
  const book = h("button", { class: "primary", type: "submit" }, labels.book);
  const person = { required: true, autocomplete: "name", maxlength: 255, value: options.name };
  const address = { required: true, autocomplete: "email", type: "email", value: options.email };
  const notes = h("textarea", { name: "notes", maxlength: 1000 }, options.notes ?? "");
  const form: HTMLFormElement = h(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void submit();
      },
    },
    when,
    refusal,
    field(labels.name, h("input", { name: "invitee_name", ...person })),
    field(labels.email, h("input", { name: "invitee_email", maxlength: 254, ...address })),
    ...eventType.questions.map((question) =>
      field(question.label, controlOf(question, labels), question.required ? {} : optional),
    ),
    eventType.max_attendees > 1 ? guests.element : null,
    field(labels.notes, notes, optional),
    h("div", { class: "row" }, h("button", { type: "button", onclick: onBack }, labels.back), book),
  );

  async function submit(): Promise<void> {
    if (book.getAttribute("aria-disabled") === "true") return;
    refusal.replaceChildren();
    const problems = fieldProblems(form, session.basics.problems);
    showProblems(form, problems);
    if (Object.keys(problems).length > 0) return focusFirst(form, problems);
    book.setAttribute("aria-disabled", "true");
    const { questions } = eventType;
    const input = bookingInput(new FormData(form), {
      questions: questions.map(({ options: choices, ...rest }) =>
        choices === undefined ? rest : { ...rest, options: choices },
      ),
      guests: guests.count(),
      zone: session.zone,
    });
    try {
      await onBook(input);
    } catch (error) {
      onError(error);
      refuse(error);
    } finally {
      book.removeAttribute("aria-disabled");
    }
  }

  /** What is wrong with a field is said there, and anything else above the form. */
  function refuse(error: unknown): void {
    const details = error instanceof AstrocalError ? Object.entries(error.details) : [];
    const named = details.map(([path, text]) => [fieldOf(path), sentence(text)] as const);
    const known = named.filter(([name]) => form.elements.namedItem(name) !== null);
    const byField = Object.fromEntries(known);
    showProblems(form, byField);
    if (known.length > 0 && known.length === named.length) return focusFirst(form, byField);
    const reason = fill(labels.failed, { reason: wordsOf(error, labels) });
    refusal.replaceChildren(h("div", { class: "alert" }, reason));
  }

  return {
    element: form,
    /** Says which time was chosen. */
    setWhen: (text: string) => {
      const change = { type: "button", class: "link", onclick: onBack };
      when.replaceChildren(text, " · ", h("button", change, labels.changeTime));
    },
  };
}
