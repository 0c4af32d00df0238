import { createHash } from "node:crypto";
import { Redis } from "ioredis";
import { log } from "../log";
import { asStore, forgottenMs, type RemoteStore, type Script } from "./store";

/** A connection on which nothing comes back for so long is made anew. */
const deadMs = 5 * forgottenMs;
const reconnectMs = 250;

/** Any Redis or Valkey, over TCP or TLS. @param url `redis://` or `rediss://`, with its password and database */
export function redisStore(url: string): RemoteStore {
  const redis = new Redis(url, {
    // A command waits for the connection that is being made, and fails with it.
    maxRetriesPerRequest: 0,
    retryStrategy: () => reconnectMs,
    commandTimeout: forgottenMs,
    connectTimeout: deadMs,
    socketTimeout: deadMs,
    // What was counted here meanwhile is not counted there afterwards.
    autoResendUnfulfilledCommands: false,
    disableClientInfo: true,
  });
  // Without a listener ioredis prints each of these; the guard warns once, when a decision fails.
  redis.on("error", (error: unknown) => log.debug({ err: error }, "Redis"));
  return {
    redis: asStore(scriptsOn(redis)),
    ping: () => redis.ping(),
    close: () => redis.disconnect(),
  };
}

/**
 * The library's scripts begin with a line that Upstash alone understands (`flags=allow-key-locking`), so that Redis must
 * be given them without it, and knows them by other hashes than the library does.
 */
function scriptsOn(redis: Redis): { evalsha: Script; eval: Script } {
  const texts = new Map<string, { text: string; hash: string }>();
  const run: Script = async (library, keys, args) => {
    const script = texts.get(library);
    if (script === undefined) {
      // Makes the library send the text.
      throw new Error("NOSCRIPT");
    }
    const values = [...keys, ...args.map(String)];
    try {
      return await redis.evalsha(script.hash, keys.length, ...values);
    } catch (error) {
      if (String(error).includes("NOSCRIPT")) {
        return await redis.eval(script.text, keys.length, ...values);
      }
      throw error;
    }
  };
  return {
    evalsha: run,
    eval: async (script, keys, args) => {
      const text = script.replace(/^#!.*\n/, "");
      texts.set(sha1(script), { text, hash: sha1(text) });
      return await run(sha1(script), keys, args);
    },
  };
}

/** How Redis names scripts. */
const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");
