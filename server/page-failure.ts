import { randomUUID } from "node:crypto";
import { callerError } from "./caller-error";
import { errorStatus } from "./errors";
import { log } from "./log";

/**
 * Logs why a page could not be shown.
 * @param path without the query, which may hold a token
 * @returns the status to answer with, and a reference by which the person who saw it can be helped
 */
export function notePageFailure(
  error: unknown,
  path: string,
): { status: number; reference: string } {
  const reference = randomUUID();
  log.error({ err: error, path, reference }, "page not shown");
  return { status: errorStatus[callerError(error).code], reference };
}
