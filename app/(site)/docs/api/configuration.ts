import type { OpenApiDocument } from "./document";

/** In the order in which they are met by who builds with the API; others follow. */
const tags = ["Event types", "Availability", "Bookings", "Webhooks", "API keys"];

const placeOf = ({ name = "" }: { name?: string }) =>
  tags.includes(name) ? tags.indexOf(name) : tags.length;

/**
 * How Scalar shows the API. Everything that would talk to another host is turned off: fonts, telemetry, agents, the
 * proxy, and buttons that lead to Scalar's own services.
 */
export const configurationOf = ({
  document,
  token,
  origin,
}: {
  document: OpenApiDocument;
  /** What requests are authorized with at first. */
  token: string | null;
  /** Where this page is: the playground's requests go there, whatever address the document names. */
  origin: string;
}) => ({
  content: document,
  servers: [{ url: origin }],
  authentication: {
    preferredSecurityScheme: "apiKey",
    securitySchemes: { apiKey: { token: token ?? "" } },
  },
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: "never",
  hideClientButton: true,
  persistAuth: false,
  theme: "none",
  hideDarkModeToggle: true,
  documentDownloadType: "none",
  orderSchemaPropertiesBy: "preserve",
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  tagsSorter: (one: { name?: string }, other: { name?: string }) => placeOf(one) - placeOf(other),
});
