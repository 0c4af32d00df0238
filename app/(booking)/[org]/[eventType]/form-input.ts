import type { Question } from "@/server/event-types/schema";
import { answersOf, textOf } from "../../answers";

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
