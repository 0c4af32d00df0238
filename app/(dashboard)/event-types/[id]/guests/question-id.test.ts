import { expect, test } from "vitest";
import { newQuestionId } from "./question-id";

test.each([
  [[], "question_1"],
  [["why"], "question_2"],
  [["question_2"], "question_3"],
  [["question_1", "question_3"], "question_4"],
])("beside %j comes %s", (ids, expected) => {
  expect(newQuestionId(ids.map((id) => ({ id })))).toBe(expected);
});
