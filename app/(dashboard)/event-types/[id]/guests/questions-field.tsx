"use client";

import { PlusIcon } from "lucide-react";
import { useController } from "react-hook-form";
import { Button } from "@/app/_components/button";
import type { Question } from "@/server/event-types/schema";
import type { EditorForm } from "../use-editor";
import { QuestionCard } from "./question-card";
import { newQuestionId } from "./question-id";

const most = 20;

export function QuestionsField({ form }: { form: EditorForm }) {
  const { field } = useController({ control: form.control, name: "questions" });
  const questions = field.value;
  const replace = (index: number, ...next: Question[]) =>
    field.onChange(questions.toSpliced(index, 1, ...next));
  const errorAt = (index: number) => form.formState.errors.questions?.[index];
  return (
    <div className="grid gap-4">
      {questions.length > 0 && (
        <ol className="grid gap-3">
          {questions.map((question, index) => (
            <li key={question.id}>
              <QuestionCard
                question={question}
                place={index + 1}
                error={errorAt(index)}
                onChange={(next) => replace(index, next)}
                onRemove={() => replace(index)}
                {...(index === 0
                  ? {}
                  : {
                      onMoveUp: () =>
                        field.onChange(
                          questions.toSpliced(index, 1).toSpliced(index - 1, 0, question),
                        ),
                    })}
              />
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button
          icon={<PlusIcon aria-hidden />}
          disabled={questions.length >= most}
          onClick={() =>
            field.onChange([
              ...questions,
              { id: newQuestionId(questions), label: "", type: "text", required: false },
            ])
          }
        >
          Add a question
        </Button>
      </div>
    </div>
  );
}
