import { TRPCClientError } from "@trpc/client";

export type PageError = { message: string; details?: Record<string, string>; code: string };

const offline =
  "The server could not be reached. Check your connection and try again; what you typed is kept.";

/** What a failed call says to a person: message, and field → problem where fields are to blame. */
export function pageError(error: unknown): PageError {
  if (!(error instanceof TRPCClientError) || error.data === undefined || error.data === null) {
    return { message: offline, code: "offline" };
  }
  const data: unknown = error.data;
  const details: unknown = read(data, "details");
  return {
    message: error.message,
    code: String(read(data, "error")),
    ...(isDetails(details) ? { details } : {}),
  };
}

const read = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const isDetails = (value: unknown): value is Record<string, string> =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((v) => typeof v === "string");
