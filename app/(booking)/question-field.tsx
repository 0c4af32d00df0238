import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Textarea } from "@/app/_components/textarea";
import type { Question } from "@/server/event-types/schema";
import { answerName } from "./answers";
import { NativeSelect } from "./native-select";
import { useWords } from "./words/use-words";

/** One of the event type's own questions. */
export function QuestionField({
  question,
  error,
}: {
  question: Question;
  error?: string | undefined;
}) {
  const { words } = useWords();
  const name = answerName(question);
  if (question.type === "checkbox") {
    return (
      <div data-field={name}>
        <Checkbox
          name={name}
          value="yes"
          required={question.required}
          label={question.label}
          error={error}
        />
      </div>
    );
  }
  return (
    <Field
      label={question.label}
      name={name}
      required={question.required}
      optional={!question.required && words.form.optional}
      error={error}
    >
      <Control question={question} name={name} />
    </Field>
  );
}

function Control({ question, name }: { question: Question; name: string }) {
  const { required, options = [] } = question;
  switch (question.type) {
    case "text":
      return <Input name={name} required={required} maxLength={1000} />;
    case "textarea":
      return <Textarea name={name} required={required} maxLength={1000} />;
    case "select":
      return <NativeSelect name={name} required={required} options={options} />;
    case "phone":
      return (
        <Input
          name={name}
          required={required}
          type="tel"
          autoComplete="tel"
          // As the server has it (server/bookings/party.ts); "-" and "/" must be escaped in a pattern.
          pattern="\+?[0-9 \(\)\.\/\-]{5,30}"
        />
      );
    case "url":
      return (
        <Input
          name={name}
          required={required}
          type="url"
          autoComplete="url"
          placeholder="https://"
          pattern="[hH][tT][tT][pP][sS]?:.*"
          maxLength={1000}
        />
      );
    case "checkbox":
      return null;
  }
}
