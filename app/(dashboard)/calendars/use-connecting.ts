import { useState } from "react";
import { type PageError, pageError } from "@/app/_trpc/error";
import type { Calendar } from "@/server/calendars/schema";
import type { FormProps } from "./connect-dialog";
import { fieldErrors } from "./field-errors";

type Shown<Name> = { names: readonly Name[]; setError: (name: Name, message: string) => void };

/**
 * Connects from a form: a refusal is told at the fields it is about, and what is left of it above them. `call` goes straight
 * to the server, not through the query client, whose cache would keep what lets into the calendar.
 */
export function useConnecting<Name extends string>(
  { onPending, onConnected }: Pick<FormProps, "onPending" | "onConnected">,
  { names, setError }: Shown<Name>,
) {
  const [failure, setFailure] = useState<PageError | null>(null);
  async function connect(call: () => Promise<Calendar>) {
    onPending(true);
    setFailure(null);
    try {
      onConnected(await call());
    } catch (error) {
      const { own, rest } = fieldErrors(pageError(error), names);
      for (const [name, message] of own) setError(name, message);
      setFailure(rest);
    }
    onPending(false);
  }
  return { failure, connect };
}
