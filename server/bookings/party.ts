import { AppError } from "../errors";
import { z } from "zod";
import { Question } from "../event-types/schema";
import type { CreateBooking } from "./schema";

export type Guest = { name: string; email: string; timeZone: string };

/**
 * Who comes: the invitee alone, or a group's party with the primary contact first.
 * @throws bad_request for more people than the event type takes, or an e-mail twice (contract §1).
 */
export function partyOf(
  input: CreateBooking,
  type: { timeZone: string; maxAttendees: number },
): [Guest, ...Guest[]] {
  const [primary, ...others] = (input.attendees ?? []).map((attendee) => ({
    name: attendee.name,
    email: attendee.email,
    timeZone: attendee.timezone ?? type.timeZone,
  }));
  const party: [Guest, ...Guest[]] = [primary ?? invitee(input), ...others];
  if (party.length > type.maxAttendees) {
    throw new AppError("bad_request", `attendees must be at most ${type.maxAttendees}`, {
      details: { attendees: `must be at most ${type.maxAttendees}` },
    });
  }
  const emails = new Set(party.map((guest) => guest.email.toLowerCase()));
  if (emails.size < party.length) {
    throw new AppError("bad_request", "attendees must not repeat an e-mail address", {
      details: { attendees: "must not repeat an e-mail address" },
    });
  }
  return party;
}

function invitee(input: CreateBooking): Guest {
  const { invitee_name: name, invitee_email: email, invitee_timezone: timeZone } = input;
  if (name === undefined || email === undefined || timeZone === undefined) {
    throw new Error("CreateBooking lets no booking without invitee pass");
  }
  return { name, email, timeZone };
}

type Answers = Record<string, string | boolean>;

const Questions = z.array(Question);

/**
 * @param type with its questions as they are stored
 * @throws validation_error for answers that the questions do not allow, naming each (`answers.<id>`).
 */
export function requireAnswers(type: { questions: unknown }, answers: Answers = {}): void {
  const questions = Questions.parse(type.questions);
  const details: Record<string, string> = {};
  for (const question of questions) {
    // A question may be called "constructor", which every object has.
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const problem = answerProblem(question, answer);
    if (problem !== null) {
      details[`answers.${question.id}`] = problem;
    }
  }
  for (const id of Object.keys(answers)) {
    if (!questions.some((question) => question.id === id)) {
      details[`answers.${id}`] = "answers no question of this event type";
    }
  }
  const [first] = Object.entries(details);
  if (first !== undefined) {
    throw new AppError("validation_error", `${first[0]} ${first[1]}`, { details });
  }
}

function answerProblem(question: Question, answer: string | boolean | undefined): string | null {
  if (answer === undefined || answer === "" || answer === false) {
    return question.required ? "is required" : null;
  }
  if (question.type === "checkbox") {
    return typeof answer === "boolean" ? null : "must be true or false";
  }
  if (typeof answer !== "string") {
    return "must be text";
  }
  switch (question.type) {
    case "select":
      return question.options?.includes(answer) ? null : "must be one of the options";
    case "url":
      return URL.canParse(answer) && /^https?:/i.test(answer) ? null : "must be a web address";
    case "phone":
      return /^\+?[0-9 ()./-]{5,30}$/.test(answer) ? null : "must be a telephone number";
    case "text":
    case "textarea":
      return null;
  }
}
