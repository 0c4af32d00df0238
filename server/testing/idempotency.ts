import { newId } from "../ids";
import { call, type CallOptions, type OperationName, type RawAnswer } from "./rest";

/** The header of an answer that was given before. */
export const replayed = "idempotent-replayed";

export const withKey = (key: string, options: CallOptions): CallOptions => ({
  ...options,
  headers: { "Idempotency-Key": key, ...options.headers },
});

/** Calls twice with one new Idempotency-Key, the second time perhaps otherwise. */
export async function callTwice(
  name: OperationName,
  options: CallOptions,
  again: CallOptions = options,
): Promise<{ first: RawAnswer; second: RawAnswer }> {
  const key = newId();
  const first = await call(name, withKey(key, options));
  return { first, second: await call(name, withKey(key, again)) };
}
