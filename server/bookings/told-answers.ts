import type { Question } from "../event-types/schema";
import type { Booking } from "./schema";

/** A booking's answers under the words of their questions, in the questions' order; what was left empty is left out. */
export function toldAnswers(
  questions: Question[],
  answers: Booking["answers"],
): { label: string; text: string }[] {
  return questions.flatMap(({ id, label }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined || answer === "") return [];
    return [{ label, text: typeof answer === "boolean" ? (answer ? "Yes" : "No") : answer }];
  });
}
