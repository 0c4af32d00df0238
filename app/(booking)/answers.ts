import type { Question } from "@/server/event-types/schema";

export const answerName = (question: Question): string => `answers.${question.id}`;

/** What a form with a field for each question answers, as the server takes it. */
export function answersOf(form: FormData, questions: Question[]): Record<string, string | boolean> {
  const answers: [string, string | boolean][] = [];
  for (const question of questions) {
    const text = textOf(form, answerName(question));
    if (question.type === "checkbox") answers.push([question.id, text !== ""]);
    else if (text !== "") answers.push([question.id, text]);
  }
  return Object.fromEntries(answers);
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
