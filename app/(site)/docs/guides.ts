/** Every guide, in reading order: the navigation, the index and the addresses come from here. */
export const guides = [
  {
    slug: "quickstart",
    title: "Quickstart",
    description: "From a test key to a booking in five requests.",
    load: () => import("./guides/quickstart.mdx"),
  },
  {
    slug: "authentication",
    title: "Authentication",
    description: "Keys, their modes and scopes, what is public, and the service key.",
    load: () => import("./guides/authentication.mdx"),
  },
  {
    slug: "sandbox",
    title: "Sandbox mode",
    description: "Try everything with test keys: nothing reaches real calendars or people.",
    load: () => import("./guides/sandbox.mdx"),
  },
  {
    slug: "team",
    title: "Team, hosts and waitlist",
    description: "Members and roles, who is given a booking, and who waits for one.",
    load: () => import("./guides/team.mdx"),
  },
  {
    slug: "calendars",
    title: "Calendars",
    description: "Busy times that close slots, and bookings in the host's own calendar.",
    load: () => import("./guides/calendars.mdx"),
  },
  {
    slug: "typescript-sdk",
    title: "TypeScript SDK",
    description:
      "A typed client that retries, pages and verifies, in one file without dependencies.",
    load: () => import("./guides/typescript-sdk.mdx"),
  },
  {
    slug: "embed",
    title: "Embed",
    description: "Let visitors book in your own pages, inline or in a popup.",
    load: () => import("./guides/embed.mdx"),
  },
  {
    slug: "webhooks",
    title: "Webhooks",
    description: "Be told what happens, and check that it is us who tell you.",
    load: () => import("./guides/webhooks.mdx"),
  },
  {
    slug: "mail",
    title: "Mail and reminders",
    description: "What invitees and hosts are sent, when, and from where.",
    load: () => import("./guides/mail.mdx"),
  },
  {
    slug: "agents",
    title: "Agents (MCP)",
    description: "Let an assistant look for times and book, with a key of its own.",
    load: () => import("./guides/agents.mdx"),
  },
  {
    slug: "rate-limits",
    title: "Rate limits",
    description: "How many requests and bookings a plan allows, and what happens beyond.",
    load: () => import("./guides/rate-limits.mdx"),
  },
  {
    slug: "errors",
    title: "Errors",
    description: "Every error code: what it means, when it comes, and what to do.",
    load: () => import("./guides/errors.mdx"),
  },
  {
    slug: "idempotency",
    title: "Idempotency",
    description: "Repeat a request that may have got lost without doing it twice.",
    load: () => import("./guides/idempotency.mdx"),
  },
  {
    slug: "pagination",
    title: "Pagination",
    description: "Read long lists page by page, without gaps or repetitions.",
    load: () => import("./guides/pagination.mdx"),
  },
  {
    slug: "migration",
    title: "From Cal.com or Calendly",
    description: "What moves over, what does not, and scripts that make your event types.",
    load: () => import("./guides/migration.mdx"),
  },
  {
    slug: "self-hosting",
    title: "Self-hosting",
    description: "Run it on servers of your own: settings, proxy, backups, upgrades.",
    load: () => import("./guides/self-hosting.mdx"),
  },
] as const;

export type Guide = (typeof guides)[number];

export const guidePath = ({ slug }: Pick<Guide, "slug">): string => `/docs/${slug}`;
