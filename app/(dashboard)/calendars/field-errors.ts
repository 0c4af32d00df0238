import type { PageError } from "@/app/_trpc/error";

/**
 * What of a refusal belongs to fields that a form shows, and what is left to say above them: nothing, when the fields say
 * it all.
 */
export function fieldErrors<Name extends string>(
  error: PageError,
  shown: readonly Name[],
): { own: [Name, string][]; rest: PageError | null } {
  const details = new Map(Object.entries(error.details ?? {}));
  const own = shown.flatMap((name): [Name, string][] => {
    const message = details.get(name);
    return message === undefined ? [] : [[name, message]];
  });
  const { message, code } = error;
  return { own, rest: own.length > 0 && own.length === details.size ? null : { message, code } };
}
