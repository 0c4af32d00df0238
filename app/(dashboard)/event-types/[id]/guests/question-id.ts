/** An id that none of the questions has: answers are kept under it, so it is never given again while it is here. */
export function newQuestionId(questions: readonly { id: string }[]): string {
  const taken = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (taken.has(`question_${number}`)) number += 1;
  return `question_${number}`;
}
