import type { ActivityEntry } from "@/server/events/schema";

/** What the words of a name do not say well by themselves. */
const wordsOf: ReadonlyMap<string, string> = new Map([
  ["calendar.reconnected", "Calendar connected again"],
  ["calendar.needs_reconnect", "Calendar needs to be connected again"],
]);

/** "api_key.created" → "API key created"; "minimum_notice_minutes" → "Minimum notice minutes". */
export function inWords(name: string): string {
  const known = wordsOf.get(name);
  if (known !== undefined) return known;
  const words = name
    .replaceAll(/[._]/g, " ")
    .replaceAll(/\b(api|ip|url|id)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Several of a kind: what the filter calls them. */
const pluralOf: Readonly<Record<string, string>> = {
  organization: "Organization",
  user: "People",
  email: "E-mail",
};

export const resourcePlural = (type: ActivityEntry["resource_type"]): string =>
  pluralOf[type] ?? `${inWords(type)}s`;

export const actorKinds = {
  user: "People",
  api_key: "API keys",
  invitee: "Invitees",
  service: "Service key",
  system: "System",
} as const satisfies Record<ActivityEntry["actor"]["type"], string>;

/** Who it was, with what they are where the name alone does not tell. */
export function actorInWords({ type, name }: ActivityEntry["actor"]): string {
  switch (type) {
    case "user":
      return name;
    case "api_key":
      return `API key “${name}”`;
    case "invitee":
      return `${name} (invitee)`;
    case "service":
      return name;
    case "system":
      return `${name} (system)`;
  }
}
