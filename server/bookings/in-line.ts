const tails = new Map<string, Promise<void>>();

/**
 * Lets this process's work on one key go one at a time, in the order it came. Correctness does not rest on it: it
 * keeps a hundred callers of one slot, or of one booking, from each holding a connection while they wait for the same
 * database lock.
 * @param work is told whether it had to wait, and so may find things changed
 */
export async function inLine<T>(key: string, work: (waited: boolean) => Promise<T>): Promise<T> {
  const before = tails.get(key);
  let leave = () => {};
  const done = new Promise<void>((resolve) => {
    leave = resolve;
  });
  tails.set(key, done);
  try {
    await before;
    return await work(before !== undefined);
  } finally {
    leave();
    if (tails.get(key) === done) {
      tails.delete(key);
    }
  }
}
