import { useCallback, useEffect, useRef, useState } from "react";
import type { FreeTime, LoadMonth } from "./free-times";
import { addMonths, type Month } from "./months";

type Loaded = { times: FreeTime[] } | { failed: true };

export type FreeTimes = {
  /** Null while they are being loaded. */
  times: FreeTime[] | null;
  failed: boolean;
  /** Brings another month, from memory if it was brought before. */
  load: LoadMonth;
  /** Forgets everything and asks anew. */
  refresh: () => void;
};

/**
 * The free times of a month. Months that were brought are kept, and the one after is brought ahead of its need.
 * @param key stands for what `fetchMonth` depends on; another one begins anew
 */
export function useFreeTimes(
  key: string,
  month: Month,
  last: Month,
  fetchMonth: LoadMonth,
  initial: { key: string; months: Record<Month, FreeTime[]> },
): FreeTimes {
  const [loaded, setLoaded] = useState<Record<string, Loaded>>(() =>
    Object.fromEntries(
      Object.entries(initial.months).map(([of, times]) => [`${initial.key} ${of}`, { times }]),
    ),
  );
  const requests = useRef(new Map<string, Promise<FreeTime[]>>());
  const fetcher = useRef(fetchMonth);
  useEffect(() => {
    fetcher.current = fetchMonth;
  });

  const request = useCallback((id: string, of: Month): Promise<FreeTime[]> => {
    const begun = requests.current.get(id);
    if (begun !== undefined) return begun;
    const next = fetcher.current(of);
    requests.current.set(id, next);
    void settle();
    return next;

    async function settle() {
      let outcome: Loaded = { failed: true };
      try {
        outcome = { times: await next };
      } catch {
        requests.current.delete(id);
      }
      setLoaded((all) => ({ ...all, [id]: outcome }));
    }
  }, []);

  const current = loaded[`${key} ${month}`];
  const isThere = current !== undefined;
  useEffect(() => {
    if (!isThere) {
      void request(`${key} ${month}`, month).catch(ignore);
      return;
    }
    const next = addMonths(month, 1);
    const id = `${key} ${next}`;
    if (next <= last && loaded[id] === undefined) void request(id, next).catch(ignore);
  }, [key, month, last, isThere, loaded, request]);

  const load = useCallback(
    async (of: Month): Promise<FreeTime[]> => {
      const known = loaded[`${key} ${of}`];
      return known !== undefined && "times" in known
        ? known.times
        : await request(`${key} ${of}`, of);
    },
    [key, loaded, request],
  );

  function refresh() {
    requests.current.clear();
    setLoaded({});
  }

  return {
    times: current !== undefined && "times" in current ? current.times : null,
    failed: current !== undefined && "failed" in current,
    load,
    refresh,
  };
}

// The failure is in `loaded` already, where the page shows it.
function ignore() {}
