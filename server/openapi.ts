import type { AnyTRPCProcedure } from "@trpc/server";
import { z } from "zod";
import type { oas31 } from "zod-openapi";
import { generateOpenApiDocument } from "trpc-to-openapi";
import { env } from "./env";
import { completeOperation, errorSchema } from "./openapi-operation";
import { describeParameters, withoutSafeBounds } from "./openapi-tidy";
import { publishedProcedures } from "./rest-routes";
import { appRouter } from "./router";
import type { Meta } from "./trpc";

type Document = oas31.OpenAPIObject;
type Schemas = NonNullable<oas31.ComponentsObject["schemas"]>;

const description = `Astrocal's REST API. Authenticate with an API key: \`Authorization: Bearer ac_live_…\` acts on real
data, \`ac_test_…\` on an isolated sandbox. Instants are ISO 8601 in UTC with milliseconds; civil dates are
\`YYYY-MM-DD\`; zones are IANA names. Every field of a resource is always present, null when it has no value; unknown
input fields are refused. Every answer bears \`X-Request-Id\`.`;

const tagDescriptions: Record<string, string> = {
  Activity: "Who changed what, and when.",
  "API keys": "Keys to this API, of the live or the test side.",
  Availability: "When an event type can be booked.",
  Bookings: "Appointments of invitees with hosts.",
  Calendars:
    "Calendars that members have connected: their busy times close slots, and bookings are written into them.",
  "Event types": "What can be booked.",
  Hosts: "Who is given the bookings of an event type.",
  Members: "The organization's people, and who is invited.",
  Health: "Whether the server is up.",
  Usage: "What the plan allows, and what is used of it.",
  "Test clock": "The time of the test side, which can be moved ahead.",
  Waitlist: "Who waits for a place of an event type that is full.",
  Webhooks: "Where the organization's events are sent, and what came of it.",
};

/** The OpenAPI 3.1 document of everything under `/v1`, generated from the procedures. */
export function openApiDocument(): Document {
  const document = generateOpenApiDocument(appRouter, {
    title: "Astrocal API",
    version: "1.0.0",
    description,
    openApiVersion: "3.1.0",
    baseUrl: env.PUBLIC_URL,
    contact: { name: "Astrocal", url: env.PUBLIC_URL },
    license: { name: "AGPL-3.0-only", url: "https://www.gnu.org/licenses/agpl-3.0.html" },
    securitySchemes: {
      apiKey: { type: "http", scheme: "bearer", bearerFormat: "ac_live_… or ac_test_…" },
      serviceKey: {
        type: "http",
        scheme: "bearer",
        description:
          "For your own servers only: `ASTROCAL_SERVICE_KEY`, with `X-Org-Id` (required) naming the organization to act for and `X-Astrocal-Mode` (`live` unless said) its side. Refused from browsers.",
      },
    },
  });
  withoutSafeBounds(document);
  const schemas = withOwnErrors(document.components?.schemas ?? {});
  document.components = { ...document.components, schemas };
  document.tags = Object.entries(tagDescriptions).map(([name, text]) => ({
    name,
    description: text,
  }));
  for (const [, procedure] of publishedProcedures()) {
    const meta: Meta = procedure._def.meta ?? {};
    if (meta.openapi !== undefined) {
      const method = methodOf(meta.openapi.method);
      const operation = document.paths?.[meta.openapi.path]?.[method];
      if (operation !== undefined) {
        const lookup = (reference: string) => schemas[reference.split("/").at(-1) ?? ""] ?? {};
        completeOperation(operation, meta, lookup, exampleOf(procedure));
        describeParameters(operation, fieldsOf(procedure), meta.resource ?? "resource");
      }
    }
  }
  // trpc-to-openapi's own error envelopes, which no operation refers to any more.
  const used = Object.entries(schemas).filter(([name]) => !name.startsWith("error."));
  document.components = { ...document.components, schemas: Object.fromEntries(used) };
  return document;
}

/** trpc-to-openapi describes error answers of its own, which nobody here gives. */
const withOwnErrors = (schemas: Schemas): Schemas => ({
  ...Object.fromEntries(Object.entries(schemas).filter(([name]) => !name.startsWith("error."))),
  Error: errorSchema,
});

/** The example that the schema of a procedure's input bears. */
function exampleOf({ _def: procedure }: AnyTRPCProcedure): unknown {
  const { inputs = [] } = Inputs.parse(procedure);
  return inputs.at(-1)?.meta()?.examples?.[0];
}

/** The fields of a procedure's input. */
function fieldsOf({ _def: procedure }: AnyTRPCProcedure): Record<string, unknown> {
  const input = Inputs.parse(procedure).inputs?.at(-1);
  return input instanceof z.ZodObject ? input.shape : {};
}

const Inputs = z.object({ inputs: z.array(z.instanceof(z.ZodType)).optional() });

let json: string | undefined;

/** The document as it is served, made once. */
export const openApiJson = (): string => (json ??= JSON.stringify(openApiDocument()));

const methodOf = (method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE") =>
  ({ GET: "get", POST: "post", PATCH: "patch", PUT: "put", DELETE: "delete" } as const)[method];
