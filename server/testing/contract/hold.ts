import { z } from "zod";
import type { RestResponse } from "../../rest";
import type { RawRequest } from "../transport";
import { unsaid } from "./unsaid";

type Violations = { request: string[]; response: string[] };

const Header = z.array(z.object({ location: z.array(z.string()), message: z.string() }));
/** How Prism begins the header when it cuts it off at 8 KiB. */
const cutOff = "Too many violations! ";

/** What Prism found, from its `sl-violations` header. */
function readViolations(header: string | undefined): Violations {
  if (header === undefined) return { request: [], response: [] };
  if (header.startsWith(cutOff)) {
    // Those of the request come first; whether any of the answer's followed cannot be told.
    return { request: [header], response: header.includes('["response"') ? [header] : [] };
  }
  const all = Header.parse(JSON.parse(header));
  const of = (side: string) =>
    all
      .filter(({ location }) => location[0] === side)
      .map(({ location, message }) => `${location.join(".")}: ${message}`);
  return { request: of("request"), response: of("response") };
}

/** What is asked without the document's saying so: the document itself, and which methods a path has. */
const isOffTheDocument = ({ method, url }: RawRequest): boolean =>
  method === "OPTIONS" || url.startsWith("/v1/openapi.json");

/** An operation without input takes the empty object that clients send with any POST. */
const isNoInput = ({ body }: RawRequest, violation: string): boolean =>
  body === "{}" && violation.endsWith("request included a non-empty body");

const Refusal = z.object({
  error: z.object({ code: z.string(), details: z.record(z.string(), z.string()).optional() }),
});

/**
 * Holds an answer that came through Prism to the document: an answer always fits it, a request that succeeds fits it,
 * and one that is refused as a `validation_error` does not, but for the rules that a JSON schema cannot say.
 */
export function holdToDocument(request: RawRequest, { status, headers, body }: RestResponse): void {
  const what = `${request.method} ${request.url}`;
  if (headers["x-request-id"] === undefined) {
    throw new Error(`${what}: Prism answered by itself (beyond-prism.ts): ${status} ${body}`);
  }
  const violations = readViolations(headers["sl-violations"]);
  if (violations.response.length > 0) {
    throw new Error(`${what}: the answer breaks the document: ${violations.response.join("; ")}`);
  }
  if (isOffTheDocument(request)) return;
  if (status < 300 && violations.request.some((each) => !isNoInput(request, each))) {
    throw new Error(`${what} succeeds against the document: ${violations.request.join("; ")}`);
  }
  if (status === 400 && violations.request.length === 0) {
    const { error } = Refusal.parse(JSON.parse(body ?? ""));
    const unexplained = Object.entries(error.details ?? {}).filter(
      ([field, problem]) => !unsaid(request, field, problem),
    );
    if (error.code === "validation_error" && unexplained.length > 0) {
      const said = unexplained.map((each) => each.join(" ")).join("; ");
      throw new Error(`${what}: the document allows it (put it there, or into unsaid.ts): ${said}`);
    }
  }
}
