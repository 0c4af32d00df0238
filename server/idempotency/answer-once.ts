import { AppError } from "../errors";
import { holdTransaction } from "../held-transaction";
import { pruner } from "../prune";
import { sql } from "../sql";
import type { Claim } from "./claim";
import { claimKey, deleteOldAnswers, keepAnswer, nameOf, readKept } from "./kept";

type Answer = { status: number; headers: Record<string, string>; body: string | null };

const pruneAnswers = pruner("idempotent_answers", (maxRows) => deleteOldAnswers(sql, maxRows));

/** What this process is answering now: found out without asking the database, and without a connection. */
const running = new Set<string>();

/**
 * Answers the first request with a key by `answer`, and all that follow with the same bytes, for 24 hours (contract §1).
 * Claim and answer are in the transaction of what the operation does, so that a crash at any instant leaves all of it or
 * nothing; a refusal, which has done nothing, is kept on its own. Refusals of the caller and for the moment (401, 429)
 * are not kept, nor is what went wrong on our side: those requests may be tried again.
 * @param refusal the answer to an error that `answer` throws
 * @throws idempotency_mismatch, idempotency_in_progress
 */
export async function answerOnce(
  claim: Claim,
  work: { answer: () => Promise<Answer>; refusal: (error: unknown) => Answer },
): Promise<Answer> {
  const name = nameOf(claim);
  if (running.has(name)) {
    throw inProgress();
  }
  running.add(name);
  try {
    return (await answerAgain(claim)) ?? (await answerFirst(claim, work));
  } finally {
    running.delete(name);
    pruneAnswers();
  }
}

async function answerAgain(claim: Claim): Promise<Answer | null> {
  const kept = await readKept(sql, claim);
  return kept === null ? null : { ...kept, headers: { "idempotent-replayed": "true" } };
}

async function answerFirst(
  claim: Claim,
  work: { answer: () => Promise<Answer>; refusal: (error: unknown) => Answer },
): Promise<Answer> {
  // Whether another process has the key, or had it since we looked: what the operation makes of that does not matter.
  let isElsewhere = false;
  const elseIn = (isOurs: boolean) => {
    isElsewhere = !isOurs;
    if (isElsewhere) {
      throw inProgress();
    }
  };
  let answer: Answer;
  try {
    const { result, isCommitted } = await holdTransaction(work.answer, {
      begin: async (tx) => elseIn(await claimKey(tx, claim)),
      end: async (tx, done) => elseIn(await keepAnswer(tx, claim, done)),
    });
    if (isCommitted) {
      return result;
    }
    answer = result;
  } catch (error) {
    if (isElsewhere) {
      return await answeredElsewhere(claim);
    }
    answer = work.refusal(error);
    if (!isFinal(answer.status)) {
      return answer;
    }
  }
  return (await keepAnswer(sql, claim, answer)) ? answer : await answeredElsewhere(claim);
}

async function answeredElsewhere(claim: Claim): Promise<Answer> {
  const answer = await answerAgain(claim);
  if (answer === null) {
    throw inProgress();
  }
  return answer;
}

const isFinal = (status: number): boolean => status < 500 && status !== 401 && status !== 429;

const inProgress = (): AppError =>
  new AppError(
    "idempotency_in_progress",
    "The first request with this Idempotency-Key is still running. Ask again in a second.",
    { fields: { retry_after: 1 } },
  );
