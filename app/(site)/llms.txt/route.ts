import { guidePath, guides } from "../docs/guides";

/** What a language model should read of this server, by the convention of llmstxt.org. */
export function GET(): Response {
  const lines = [
    "# Astrocal",
    "",
    "> A scheduling API: event types, availability, bookings, waitlists and webhooks over REST, with API keys of a live and a test side.",
    "",
    "Authenticate with `Authorization: Bearer ac_test_…` (sandbox) or `ac_live_…`. Instants are ISO 8601 in UTC, zones IANA names. Slots that GET /v1/availability lists can be booked, and no others.",
    "",
    "## Docs",
    "",
    ...guides.map((guide) => `- [${guide.title}](${guidePath(guide)}): ${guide.description}`),
    "",
    "## API",
    "",
    "- [OpenAPI document](/v1/openapi.json): every operation, its input and answers",
    "- [Agents](/mcp): the Model Context Protocol over Streamable HTTP, with an API key as Bearer token",
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
