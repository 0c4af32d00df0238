import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/button";
import { ButtonAnchor } from "@/app/_components/button-anchor";
import { FormError } from "@/app/_components/form-error";
import { pageError } from "@/app/_trpc/error";
import type { Question } from "@/server/event-types/schema";
import { answerName, answersOf } from "../../answers";
import { QuestionField } from "../../question-field";
import { useProblems } from "../../use-problems";
import { visitor } from "../../visitor-client";
import { inLanguage } from "../../words/language";
import { useWords } from "../../words/use-words";

type Props = {
  id: string;
  token: string;
  canClaim: boolean;
  canLeave: boolean;
  /** What is asked of whoever claims the place. */
  questions: Question[];
  page: string;
};

export function WaitActions({ id, token, canClaim, canLeave, questions, page }: Props) {
  const { words, asked } = useWords();
  const [pending, setPending] = useState<"claim" | "leave" | null>(null);
  const { errors, refusal, clear, find, show } = useProblems();

  async function act(form: HTMLFormElement, what: "claim" | "leave", work: () => Promise<void>) {
    if (pending !== null) return;
    setPending(what);
    clear();
    try {
      await work();
    } catch (error) {
      show(form, pageError(error));
      setPending(null);
    }
  }
  async function claim(form: HTMLFormElement) {
    const answers = questions.length === 0 ? {} : answersOf(new FormData(form), questions);
    const booking = await visitor.claimPlace({ id, token, answers });
    window.location.assign(
      inLanguage(
        `/manage/${booking.id}?token=${encodeURIComponent(booking.cancel_token ?? "")}&new=1`,
        asked,
      ),
    );
  }
  async function leave() {
    await visitor.leaveWaitlist({ id, token });
    window.location.reload();
  }
  const confirmed = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!find(form)) void act(form, "claim", () => claim(form));
  };

  return (
    <form noValidate onSubmit={confirmed} className="grid gap-5">
      <FormError error={refusal} />
      {canClaim &&
        questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            error={errors[answerName(question)]}
          />
        ))}
      <div className="flex flex-wrap gap-2">
        {canClaim && (
          <Button variant="primary" type="submit" loading={pending === "claim"}>
            {words.waitlist.confirm}
          </Button>
        )}
        {canLeave && (
          <Button
            loading={pending === "leave"}
            onClick={(event) => {
              const { form } = event.currentTarget;
              if (form !== null) void act(form, "leave", leave);
            }}
          >
            {canClaim ? words.waitlist.giveUp : words.waitlist.leave}
          </Button>
        )}
        {!canLeave && !canClaim && (
          <ButtonAnchor href={page}>{words.waitlist.seeTimes}</ButtonAnchor>
        )}
      </div>
    </form>
  );
}
