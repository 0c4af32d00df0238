import { type Calendar, caldavPresets } from "@/server/calendars/schema";

/** What people call what they connect: CalDAV has several names. */
export const kinds = {
  google: { name: "Google Calendar", hint: "You sign in with Google." },
  microsoft: { name: "Microsoft 365", hint: "You sign in with Microsoft: Outlook and Exchange." },
  icloud: { name: "iCloud", hint: "With an app-specific password." },
  fastmail: { name: "Fastmail", hint: "With an app password." },
  nextcloud: { name: "Nextcloud", hint: "With the address of your Nextcloud." },
  caldav: { name: "Other CalDAV server", hint: "Any server that speaks CalDAV." },
  ics: {
    name: "Calendar feed",
    hint: "A published address (ICS): closes slots, receives nothing.",
  },
} as const;

export type Kind = keyof typeof kinds;
export type SignInKind = "google" | "microsoft";

/** In the order in which they are offered. */
export const kindsOffered = [
  "google",
  "microsoft",
  "icloud",
  "fastmail",
  "nextcloud",
  "caldav",
  "ics",
] as const satisfies readonly Kind[];

type Known = Pick<Calendar, "provider" | "provider_metadata">;

/** What an account that is connected is called. */
export function kindOf({ provider, provider_metadata: { server_url: url } }: Known): Kind {
  if (provider !== "caldav") return provider;
  if (url === caldavPresets.icloud) return "icloud";
  if (url === caldavPresets.fastmail) return "fastmail";
  return url?.includes("/remote.php/") ? "nextcloud" : "caldav";
}

/** "iCloud"; of a server without a name of its own, where it is. */
export function nameOf(calendar: Known): string {
  const kind = kindOf(calendar);
  const { server_url: url } = calendar.provider_metadata;
  return kind === "caldav" && url !== null ? `CalDAV, ${new URL(url).host}` : kinds[kind].name;
}

/** "iCloud (ada@example.com)" */
export const titleOf = (calendar: Known & Pick<Calendar, "account_email">): string =>
  calendar.account_email ? `${nameOf(calendar)} (${calendar.account_email})` : nameOf(calendar);
