/** The code of the error that a procedure threw when a server component called it ("not_found", …). */
export function callerCode(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : undefined;
  return typeof code === "string" ? code : null;
}

/** Whether an input was refused for its form: an id that is no UUID, a slug that is too long. */
export const isRefusedInput = (error: unknown): boolean =>
  error instanceof Error && Reflect.get(error, "code") === "BAD_REQUEST";
