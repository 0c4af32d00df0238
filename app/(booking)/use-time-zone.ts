import { useEffect, useState, useSyncExternalStore } from "react";
import { browserZone, readZoneMemory, recallZone, zoneCookie } from "./zone-memory";

/**
 * The zone to show times in: at first the one the server wrote the page in, then the browser's own or what was
 * chosen before. Nothing is asked of the server for that, since the page holds the edges of every zone's month.
 */
export function useTimeZone(initial: string): [zone: string, choose: (zone: string) => void] {
  const read = () => (isHydrated ? recall()?.shown : undefined) ?? initial;
  const recalled = useSyncExternalStore(subscribe, read, read);
  // Kept here too: in another site's frame there are no cookies.
  const [chosen, setChosen] = useState<string | null>(null);

  useEffect(() => {
    const memory = recall();
    if (memory !== null) document.cookie = zoneCookie(memory);
  }, []);

  function choose(shown: string) {
    setChosen(shown);
    document.cookie = zoneCookie({ own: browserZone() ?? shown, shown });
  }

  return [chosen ?? recalled, choose];
}

function recall() {
  const own = browserZone();
  return own === null ? null : recallZone(readZoneMemory(document.cookie), own);
}

// What the server wrote stands until it is hydrated; nothing else changes the cookie while the page is open.
let isHydrated = false;

function subscribe(onChange: () => void) {
  isHydrated = true;
  onChange();
  return () => {};
}
