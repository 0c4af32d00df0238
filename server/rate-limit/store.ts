import type { Ratelimit } from "@upstash/ratelimit";
import { env } from "../env";

/** Where @upstash/ratelimit counts: the part of Upstash's client that its fixed windows call. */
export type Store = ConstructorParameters<typeof Ratelimit>[0]["redis"];

/** A store outside this process, which may be slow, frozen or gone. */
export type RemoteStore = {
  redis: Store;
  /** Resolves when it answers. */
  ping: () => Promise<unknown>;
  close: () => void;
};

/** No decision waits so long (guard.ts): what is left unanswered is given up. */
export const forgottenMs = 1_000 + env.RATE_LIMIT_STORE_TIMEOUT_MS;

/** Runs a script that is given by its text (`eval`) or by the SHA-1 of it (`evalsha`). */
export type Script = (script: string, keys: string[], args: unknown[]) => Promise<unknown>;

/** Fixed windows run scripts, by hash and, where the store does not know the hash, by text; nothing else is called. */
export function asStore(commands: { evalsha: Script; eval: Script }): Store {
  // The library types its store as Upstash's whole client.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return commands as unknown as Store;
}
