/** First segments of our own pages' addresses, which no organization may take. */
const reservedSlugs: ReadonlySet<string> = new Set([
  "api",
  "v1",
  "health",
  "metrics",
  "docs",
  "manage",
  "mcp",
  "widget",
  "sdk",
  "assets",
  "static",
  "public",
  "sign-in",
  "sign-up",
  "sign-out",
  "invitations",
  "forgot-password",
  "reset-password",
  "emails",
  "logos",
  "admin",
  "about",
  "home",
  "bookings",
  "event-types",
  "calendars",
  "webhooks",
  "members",
  "activity",
  "usage",
  "settings",
  "availability",
  "playground",
  "outbox",
  "waitlist",
  "pricing",
  "legal",
  "support",
  "status",
]);

/** Whether an address is that of a page of ours. */
export const isReservedSlug = (slug: string): boolean => reservedSlugs.has(slug);

/** A name as the start of an address: "Café Zoë & Co." → "cafe-zoe-co". */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
  return slug === "" || reservedSlugs.has(slug) ? `${slug === "" ? "team" : slug}-org` : slug;
}
