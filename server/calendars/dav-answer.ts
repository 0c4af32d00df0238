import type { DAVResponse } from "tsdav";
import { z } from "zod";
import { CalendarError } from "./provider";

const Whole = z.object({ multistatus: z.unknown() });

/**
 * The parts of a 207 answer. tsdav makes an answer of anything, so that an error page would look like an empty calendar.
 * @throws CalendarError for what is no 207
 */
export function multistatus(answers: DAVResponse[]): DAVResponse[] {
  const [first] = answers;
  if (!Whole.safeParse(first?.raw).success) {
    throw notMultistatus(first?.status ?? 0);
  }
  return answers.filter(({ href }) => href !== undefined);
}

function notMultistatus(status: number): CalendarError {
  if (status === 404 || status === 410) {
    return new CalendarError("missing", "The calendar is not there any more");
  }
  return status === 403
    ? new CalendarError("refused", "The calendar server does not let this account read it")
    : new CalendarError("invalid", "The calendar server's answer is not what CalDAV asks for");
}
