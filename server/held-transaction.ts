import { AsyncLocalStorage } from "node:async_hooks";
import type { Sql } from "./sql";

/** A request that has something to do in its verb's own transaction, when it begins and before it is committed. */
type Hold = {
  begin: (tx: Sql) => Promise<void>;
  /** Fulfilled with what is done last; rejected to roll back. */
  ending: Promise<(tx: Sql) => Promise<void>>;
  /** From its beginning until it is committed or rolled back. */
  transaction: Promise<void> | null;
  isOver: boolean;
};

const holds = new AsyncLocalStorage<Hold>();

/**
 * Runs `work` and lets the transaction that it opens begin with `begin`; when `work` is done with everything, `end` gets
 * its result, and only then is the transaction committed. If `work` or `end` throws, nothing of it stays. Waiting for a
 * place in a line, before the transaction is opened, holds no connection.
 *
 * What `work` does after its transaction happens before the commit: it cannot read what it wrote but in the transaction,
 * and it cannot open another one.
 * @returns the result, and whether there was a transaction
 */
export async function holdTransaction<Result>(
  work: () => Promise<Result>,
  steps: {
    begin: (tx: Sql) => Promise<void>;
    end: (tx: Sql, result: Result) => Promise<void>;
  },
): Promise<{ result: Result; isCommitted: boolean }> {
  const ending = deferred<(tx: Sql) => Promise<void>>();
  const hold: Hold = {
    begin: steps.begin,
    ending: ending.promise,
    transaction: null,
    isOver: false,
  };
  try {
    const result = await holds.run(hold, work);
    ending.resolve((tx) => steps.end(tx, result));
    const isCommitted = hold.transaction !== null;
    await hold.transaction;
    return { result, isCommitted };
  } catch (error) {
    ending.reject(error);
    await hold.transaction?.catch(() => {});
    throw error;
  } finally {
    hold.isOver = true;
  }
}

/** Opens a transaction around `whole` and commits it; runs it again after a deadlock while `mayRetry` says so. */
type Open<Tx> = <Result>(
  whole: (tx: Tx, begun: Promise<unknown>) => Promise<Result>,
  mayRetry?: () => boolean,
) => Promise<Result>;

/**
 * A verb's transaction: committed when `work` is done, or, within `holdTransaction`, handed back with the result of
 * `work` while it is still open.
 * @param work is also given what is to be fulfilled before anything that it does may count: who does not wait for it asks
 * by `whileBeginning` (sql.ts) only
 * @throws for a second transaction within `holdTransaction`
 */
export async function inTransaction<Tx extends Sql, Result>(
  work: (tx: Tx, begun: Promise<unknown>) => Promise<Result>,
  open: Open<Tx>,
): Promise<Result> {
  const hold = holds.getStore();
  if (hold === undefined || hold.isOver) {
    return await open(work);
  }
  if (hold.transaction !== null) {
    throw new Error("What can be asked with an Idempotency-Key has one transaction");
  }
  const done = deferred<Result>();
  let isDone = false;
  const transaction = open(
    async (tx, opened) => {
      const begun = Promise.all([opened, hold.begin(tx)]);
      begun.catch(() => {});
      const result = await work(tx, begun);
      await begun;
      isDone = true;
      done.resolve(result);
      const end = await hold.ending;
      await end(tx);
    },
    () => !isDone,
  );
  hold.transaction = transaction;
  transaction.catch((error: unknown) => {
    if (!isDone) {
      // The verb may take it as it is, or open another one.
      hold.transaction = null;
      done.reject(error);
    }
  });
  return await done.promise;
}

/** A promise with its ends in our hands (Promise.withResolvers needs Node 22); a rejection may go unseen. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
