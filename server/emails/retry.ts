import { z } from "zod";

const minuteMs = 60_000;
/** After each failed attempt the next comes so much later; after the last the mail has failed. A night of trouble is outlived. */
const delaysMs = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * minuteMs);

const SmtpAnswer = z.object({ responseCode: z.int() });
const Coded = z.object({ code: z.string() });

/** Refusals that are about us, not the mail: a wrong password here must not lose what was to be sent. */
const ours = new Set(["EAUTH", "ENOAUTH", "ETLS"]);

/**
 * When to try again, counted from now: null when that is of no use, as after a permanent refusal (a 5xx answer, RFC 5321
 * §4.2.1) or the last attempt.
 * @param attempts how many were made, with the one that failed
 */
export function retryDelayMs(error: unknown, attempts: number): number | null {
  const code = Coded.safeParse(error).data?.code ?? "";
  const answer = SmtpAnswer.safeParse(error).data?.responseCode ?? 0;
  if (answer >= 500 && !ours.has(code)) {
    return null;
  }
  return delaysMs[attempts - 1] ?? null;
}
