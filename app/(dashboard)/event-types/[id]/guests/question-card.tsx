"use client";

import { ArrowUpIcon, Trash2Icon } from "lucide-react";
import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { IconButton } from "@/app/_components/icon-button";
import { Input } from "@/app/_components/input";
import { Select, SelectItem } from "@/app/_components/select";
import { Textarea } from "@/app/_components/textarea";
import type { Question } from "@/server/event-types/schema";

const kinds = {
  text: "A line of text",
  textarea: "Several lines",
  select: "One of several",
  checkbox: "Yes or no",
  phone: "Telephone number",
  url: "Web address",
} as const satisfies Record<Question["type"], string>;

const types: readonly Question["type"][] = [
  "text",
  "textarea",
  "select",
  "checkbox",
  "phone",
  "url",
];

type Problem = { label?: { message?: string }; options?: { message?: string } };

type Props = {
  question: Question;
  /** 1 for the first. */
  place: number;
  error: Problem | undefined;
  onChange: (question: Question) => void;
  onRemove: () => void;
  onMoveUp?: () => void;
};

export function QuestionCard({ question, place, error, onChange, onRemove, onMoveUp }: Props) {
  const { options, ...rest } = question;
  return (
    <fieldset className="grid gap-3 rounded-lg border border-line p-4">
      <legend className="sr-only">Question {place}</legend>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label="Question"
            name={`questions.${place - 1}.label`}
            error={error?.label?.message}
            required
          >
            <Input
              value={question.label}
              maxLength={255}
              onChange={(event) => onChange({ ...question, label: event.target.value })}
            />
          </Field>
        </div>
        <div className="mt-6 flex gap-1">
          {onMoveUp !== undefined && (
            <IconButton label="Move up" icon={<ArrowUpIcon aria-hidden />} onClick={onMoveUp} />
          )}
          <IconButton
            label="Remove question"
            icon={<Trash2Icon aria-hidden />}
            onClick={onRemove}
          />
        </div>
      </div>
      <Field label="Answer" name={`questions.${place - 1}.type`}>
        <Select
          value={question.type}
          onValueChange={(value) => {
            const type = types.find((each) => each === value) ?? "text";
            onChange(
              type === "select" ? { ...rest, type, options: options ?? [] } : { ...rest, type },
            );
          }}
        >
          {types.map((type) => (
            <SelectItem key={type} value={type}>
              {kinds[type]}
            </SelectItem>
          ))}
        </Select>
      </Field>
      {question.type === "select" && (
        <Field
          label="Choices"
          name={`questions.${place - 1}.options`}
          hint="One a line."
          error={error?.options?.message}
          required
        >
          <Textarea
            rows={4}
            value={(options ?? []).join("\n")}
            onChange={(event) => onChange({ ...question, options: event.target.value.split("\n") })}
            onBlur={() =>
              onChange({ ...question, options: (options ?? []).filter((each) => each.trim()) })
            }
          />
        </Field>
      )}
      <Checkbox
        label="Must be answered"
        checked={question.required}
        onChange={(event) => onChange({ ...question, required: event.target.checked })}
      />
    </fieldset>
  );
}
