import { currentZoneName } from "@/app/_components/time-zones";

/** What a browser remembers: its own zone, and the one its owner wants to see times in. */
export type ZoneMemory = { own: string; shown: string };

const cookieName = "astrocal_zone";
const thirtyDaysSeconds = 2_592_000;

/**
 * The zone that the browser was set to at its last visit, for a first paint in the visitor's own time.
 * @param isKnown which names the server can compute with
 */
export function rememberedZone(
  cookie: string | undefined,
  isKnown: (zone: string) => boolean,
): string | null {
  const shown = cookie === undefined ? undefined : parse(cookie)?.shown;
  return shown !== undefined && isKnown(shown) ? shown : null;
}

export const zoneCookieName = cookieName;

/** What `document.cookie` remembers, or null. */
export function readZoneMemory(cookies: string): ZoneMemory | null {
  const match = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`, "u").exec(cookies);
  return match?.[1] === undefined ? null : parse(match[1]);
}

export const zoneCookie = ({ own, shown }: ZoneMemory): string =>
  `${cookieName}=${encodeURIComponent(`${own} ${shown}`)}; path=/; max-age=${thirtyDaysSeconds}; samesite=lax`;

/** A choice holds for as long as the browser's own zone is what it was then: who has travelled sees local times. */
export function recallZone(memory: ZoneMemory | null, own: string): ZoneMemory {
  return memory?.own === own ? memory : { own, shown: own };
}

/** The browser's own zone, or null where it hides or does not know it. */
export function browserZone(): string | null {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return /^[A-Z]/u.test(zone) && zone !== "Etc/Unknown" ? currentZoneName(zone) : null;
}

function parse(value: string): ZoneMemory | null {
  let text = value;
  try {
    text = decodeURIComponent(value);
  } catch {
    // Somebody else's cookie of that name.
    return null;
  }
  const [own, shown, ...rest] = text.split(" ");
  return own !== undefined && own !== "" && shown !== undefined && rest.length === 0
    ? { own, shown }
    : null;
}
