export type PageError = { message: string; details?: Record<string, string>; code: string };

const offline =
  "The server could not be reached. Check your connection and try again; what you typed is kept.";

/** An answer that refuses, as tRPC writes it: what its own client throws is alike. */
export class RefusedCall extends Error {
  readonly data: unknown;

  constructor(error: unknown) {
    super(String(read(error, "message")));
    this.name = "RefusedCall";
    this.data = read(error, "data");
  }
}

/** What a failed call says to a person: message, and field → problem where fields are to blame. */
export function pageError(error: unknown): PageError {
  const data = error instanceof Error ? read(error, "data") : undefined;
  if (!(error instanceof Error) || data === undefined || data === null) {
    return { message: offline, code: "offline" };
  }
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
