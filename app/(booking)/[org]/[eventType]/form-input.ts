import type { Question } from "@/server/event-types/schema";

type Guest = { name: string; email: string; timezone?: string };

/** What the form adds to the event type and time of a booking, as POST /v1/bookings takes it. */
export type BookingInput = {
  invitee_name?: string;
  invitee_email?: string;
  invitee_timezone?: string;
  attendees?: Guest[];
  notes?: string;
  answers?: Record<string, string | boolean>;
};

const answerName = (question: Question) => `answers.${question.id}`;

/**
 * Reads the form. A party of more than one is sent as attendees, with whoever books as the first.
 * @param guests how many people besides have their fields in the form
 */
export function bookingInput(
  form: FormData,
  { questions, guests, zone }: { questions: Question[]; guests: number; zone: string },
): BookingInput {
  const name = textOf(form, "invitee_name");
  const email = textOf(form, "invitee_email");
  const others = Array.from({ length: guests }, (_, index) => ({
    name: textOf(form, `attendees.${index + 1}.name`),
    email: textOf(form, `attendees.${index + 1}.email`),
  }));
  const notes = textOf(form, "notes");
  return {
    ...(others.length === 0
      ? { invitee_name: name, invitee_email: email, invitee_timezone: zone }
      : { attendees: [{ name, email, timezone: zone }, ...others] }),
    ...(notes === "" ? {} : { notes }),
    ...(questions.length === 0 ? {} : { answers: answersOf(form, questions) }),
  };
}

function answersOf(form: FormData, questions: Question[]): Record<string, string | boolean> {
  const answers: [string, string | boolean][] = [];
  for (const question of questions) {
    const text = textOf(form, answerName(question));
    if (question.type === "checkbox") answers.push([question.id, text !== ""]);
    else if (text !== "") answers.push([question.id, text]);
  }
  return Object.fromEntries(answers);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** The form's field for a path in a refusal: of a party, the first one is who books. */
export function fieldOf(path: string): string {
  switch (path) {
    case "attendees.0.name":
      return "invitee_name";
    case "attendees.0.email":
      return "invitee_email";
    case "attendees.0.timezone":
      return "invitee_timezone";
    default:
      return path;
  }
}

/** "must be an e-mail address" as a sentence under its field. */
export function sentence(problem: string): string {
  const [first = "", ...rest] = problem;
  const text = `${first.toUpperCase()}${rest.join("")}`;
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
