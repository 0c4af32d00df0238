import { type KeyResource, type KeyScope, keyScopes, normalScopes } from "@/server/api-keys/scopes";

export type GrantedScope = "*" | KeyScope;
export type Preset = "full" | "read" | "bookings" | "custom";

/** What each resource is called in a sentence. */
export const resourceWords = {
  event_types: "event types",
  bookings: "bookings",
  calendars: "calendars",
  webhooks: "webhooks",
  api_keys: "API keys",
  members: "members",
  usage: "usage",
  activity: "activity",
  waitlist: "waitlist",
} as const satisfies Record<KeyResource, string>;

/** Nothing of these can be changed: they are counted and written by the server itself. */
export const onlyRead: ReadonlySet<KeyResource> = new Set<KeyResource>(["usage", "activity"]);

/** Reading event types lets a key ask for free times, which booking begins with. */
export const presetScopes = {
  full: ["*"],
  read: keyScopes.filter((scope) => scope.endsWith(":read")),
  bookings: ["event_types:read", "bookings:write"],
} as const satisfies Record<Exclude<Preset, "custom">, readonly GrantedScope[]>;

const presetWords = { full: "Full access", read: "Read only", bookings: "Bookings only" } as const;

const same = (one: readonly string[], other: readonly string[]): boolean =>
  normalScopes(one).join() === normalScopes(other).join();

/** The preset that gives exactly these rights. */
export function presetOf(scopes: readonly string[]): Preset {
  if (same(scopes, presetScopes.full)) return "full";
  if (same(scopes, presetScopes.read)) return "read";
  return same(scopes, presetScopes.bookings) ? "bookings" : "custom";
}

const words = new Intl.ListFormat("en-US");

/** "Full access", or "Writes bookings and webhooks, reads event types"; writing implies reading. */
export function scopeWords(scopes: readonly string[]): string {
  const preset = presetOf(scopes);
  if (preset !== "custom") return presetWords[preset];
  const named = (ending: string) =>
    words.format(
      normalScopes(scopes).flatMap((scope) =>
        scope.endsWith(ending) ? [wordOf(scope.slice(0, -ending.length))] : [],
      ),
    );
  const [writes, reads] = [named(":write"), named(":read")];
  const parts = [writes && `writes ${writes}`, reads && `reads ${reads}`].filter(Boolean);
  const sentence = parts.join(", ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** As `scopeWords`, in few words for a row of a table. */
export function scopeSummary(scopes: readonly string[]): string {
  const normal = normalScopes(scopes);
  if (presetOf(scopes) !== "custom" || normal.length <= 3) return scopeWords(scopes);
  const writes = normal.filter((scope) => scope.endsWith(":write")).length;
  return `Custom: reads ${normal.length}${writes === 0 ? "" : `, writes ${writes}`}`;
}

const wordOf = (resource: string): string =>
  Object.entries(resourceWords).find(([name]) => name === resource)?.[1] ?? resource;

/** The scopes with one more or one less; writing brings reading along, and reading goes with writing. */
export function withScope(
  scopes: readonly GrantedScope[],
  changed: KeyScope,
  held: boolean,
): GrantedScope[] {
  const reading = changed.endsWith(":read");
  const twin = reading ? changed.replace(/:read$/, ":write") : changed.replace(/:write$/, ":read");
  const rest = scopes.filter((scope) => scope !== changed && !(reading && !held && scope === twin));
  if (!held) return rest;
  const wanted = new Set<string>([...rest, changed, ...(reading ? [] : [twin])]);
  return keyScopes.filter((scope) => wanted.has(scope));
}

/** The same rights without `*`, to take some of them away. */
export const spelledOut = (scopes: readonly GrantedScope[]): GrantedScope[] =>
  scopes.includes("*")
    ? keyScopes.filter((scope) => !isPointless(scope))
    : keyScopes.filter(
        (scope) => scopes.includes(scope) || scopes.some((held) => held === writingOf(scope)),
      );

const writingOf = (scope: string): string => scope.replace(/:read$/, ":write");

const isPointless = (scope: string): boolean =>
  [...onlyRead].some((resource) => scope === `${resource}:write`);
