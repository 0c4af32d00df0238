import { setTimeout as wait } from "node:timers/promises";

/** Waits for what is done beside the requests: looks until it sees something. @throws when it never does */
export async function until<T>(look: () => Promise<T | null | false>): Promise<T> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const seen = await look();
    if (seen !== null && seen !== false) return seen;
    await wait(50);
  }
  throw new Error("it did not come to be");
}
