import { describe, expect, it } from "vitest";
import type { Question } from "@/server/event-types/schema";
import { sentence } from "../../field-problems";
import { bookingInput, fieldOf } from "./form-input";

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

const ada = { invitee_name: " Ada ", invitee_email: "ada@example.com" };
const zone = "Europe/London";
const questions: Question[] = [
  { id: "topic", label: "Topic", type: "text", required: false },
  { id: "nda", label: "NDA", type: "checkbox", required: false },
];

describe("what the booking form sends", () => {
  it("names one invitee, with the zone that times were shown in", () => {
    expect(bookingInput(formOf(ada), { questions: [], guests: 0, zone })).toEqual({
      invitee_name: "Ada",
      invitee_email: "ada@example.com",
      invitee_timezone: zone,
    });
  });

  it("names a party with whoever books as its first, and never both ways", () => {
    const form = formOf({
      ...ada,
      "attendees.1.name": "Grace",
      "attendees.1.email": "grace@example.com",
    });
    expect(bookingInput(form, { questions: [], guests: 1, zone })).toEqual({
      attendees: [
        { name: "Ada", email: "ada@example.com", timezone: zone },
        { name: "Grace", email: "grace@example.com" },
      ],
    });
  });

  it("answers a checkbox either way, and other questions only when there is something to say", () => {
    const of = (values: Record<string, string>) =>
      bookingInput(formOf({ ...ada, ...values }), { questions, guests: 0, zone }).answers;
    expect(of({ "answers.topic": "  " })).toEqual({ nda: false });
    expect(of({ "answers.topic": "Prices", "answers.nda": "yes" })).toEqual({
      topic: "Prices",
      nda: true,
    });
  });

  it("leaves empty notes away", () => {
    const send = (notes: string) =>
      bookingInput(formOf({ ...ada, notes }), { questions: [], guests: 0, zone }).notes;
    expect(send(" ")).toBeUndefined();
    expect(send("Hello")).toBe("Hello");
  });
});

describe("what a refusal says", () => {
  it("is shown at the field of whoever books, also when a party was sent", () => {
    expect(fieldOf("attendees.0.email")).toBe("invitee_email");
    expect(fieldOf("attendees.1.email")).toBe("attendees.1.email");
  });

  it("is a sentence", () => {
    expect(sentence("must be an e-mail address")).toBe("Must be an e-mail address.");
    expect(sentence("Please wait.")).toBe("Please wait.");
  });
});
