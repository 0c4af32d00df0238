export type TimeZoneOption = {
  /** The IANA name, in today's spelling. */
  value: string;
  /** "Argentina / Buenos Aires" without the continent: what a person looks for. */
  label: string;
  /** "GMT+05:30", at the instant that was asked for. */
  detail: string;
  /** Further words to find it by: the continent, the zone's common name, an older spelling. */
  readonly keywords: string;
};

/**
 * Browsers list zones by the names that CLDR froze; these are the names IANA uses today
 * (https://data.iana.org/time-zones/tzdb/backward). Both mean the same zone to everyone.
 */
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Today's name of a zone that a browser may call by an older one. */
export function currentZoneName(timeZone: string): string {
  return renamed[timeZone] ?? timeZone;
}

/** "Argentina / Buenos Aires" for "America/Argentina/Buenos_Aires". */
export function zoneCity(timeZone: string): string {
  const parts = timeZone.replaceAll("_", " ").split("/");
  return (parts.length > 1 ? parts.slice(1) : parts).join(" / ");
}

/** "GMT+05:30": how far the zone is from UTC at the instant `at`. */
export function zoneOffset(timeZone: string, at: Date): string {
  const name = zoneName(timeZone, at, "longOffset");
  return name === "GMT" ? "GMT+00:00" : name;
}

/** Every zone this runtime knows, with `always` among them, from west to east as of `at`. */
export function listTimeZones(at: Date, always: readonly string[] = []): TimeZoneOption[] {
  const names = new Set(["UTC", ...always]);
  const older = new Map<string, string>();
  for (const listed of Intl.supportedValuesOf("timeZone")) {
    const name = currentZoneName(listed);
    names.add(name);
    if (name !== listed) older.set(name, listed);
  }
  return [...names]
    .map((value) => {
      const detail = zoneOffset(value, at);
      return {
        value,
        label: zoneCity(value),
        detail,
        // Asked for by a search alone: the common names of all zones take 75 ms, half of opening a list.
        get keywords() {
          const names = [value, older.get(value), commonName(value, at)];
          return [...names, ...offsetSpellings(detail)].join(" ");
        },
      };
    })
    .toSorted((a, b) => minutes(a.detail) - minutes(b.detail) || (a.label < b.label ? -1 : 1));
}

const commonNames = new Map<string, string>();

/** "Pacific Time": the same in summer and winter, hence remembered. */
function commonName(timeZone: string, at: Date): string {
  const known = commonNames.get(timeZone) ?? zoneName(timeZone, at, "longGeneric");
  commonNames.set(timeZone, known);
  return known;
}

function zoneName(timeZone: string, at: Date, style: "longOffset" | "longGeneric"): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: style }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** "+05:30", "+5:30" and the same with "UTC", for "GMT+05:30". */
function offsetSpellings(offset: string): string[] {
  const padded = offset.slice("GMT".length);
  const short = padded.replace(/^([+-])0/u, "$1").replace(/:00$/u, "");
  return [padded, short, `GMT${short}`, `UTC${padded}`, `UTC${short}`];
}

function minutes(offset: string): number {
  const match = /GMT([+-])(\d+):(\d+)/u.exec(offset);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
