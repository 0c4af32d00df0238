import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** What was asked for, or null when there is no such thing for this person. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** What was asked for, or the page that says there is no such thing. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  return (await orNull(asked)) ?? notFound();
}

/** A procedure's own error (AppError) is the cause of the one that tRPC throws. */
function isNotFound(error: unknown): boolean {
  const cause: unknown = error instanceof TRPCError ? error.cause : null;
  return typeof cause === "object" && cause !== null && Reflect.get(cause, "code") === "not_found";
}
