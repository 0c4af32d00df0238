import { useSyncExternalStore } from "react";
import { currentZoneName } from "@/app/_components/time-zones";
import { isTimeZone } from "@/server/time";

/** The browser's zone in today's spelling; while the server renders, and where there is none, UTC. */
export function useOwnTimeZone(): string {
  return useSyncExternalStore(
    () => () => {},
    () => {
      const zone = currentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
      return isTimeZone(zone) ? zone : "UTC";
    },
    () => "UTC",
  );
}
