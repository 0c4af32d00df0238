import { AppError } from "./errors";
import { isUuid } from "./ids";
import { misleadingMember } from "./rest-json";
import type { RestRequest } from "./rest";
import type { Route } from "./rest-routes";

/** Contract §1. */
export const maxBodyBytes = 256 * 1024;

type Input = Record<string, unknown>;

/**
 * What the procedure's schema is to judge: path, query and body put together, nothing coerced.
 * @throws not_found for a path id that is no UUID; validation_error for what is not JSON or given twice;
 * unsupported_media_type, payload_too_large.
 */
export async function readInput(
  request: RestRequest,
  route: Route,
  params: string[],
  query: string,
): Promise<Input> {
  const input: Input = {};
  for (const [index, name] of route.paramNames.entries()) {
    const value = params[index] ?? "";
    if (!isUuid(value)) {
      throw new AppError("not_found", `${route.resource} not found`);
    }
    input[name] = value;
  }
  addOnce(input, readQuery(query, route));
  if (route.hasBody) {
    addOnce(input, await readJson(request));
  }
  return input;
}

/** A name that path, query and body share would let one silently win over the other. */
function addOnce(input: Input, more: Input): void {
  for (const [name, value] of Object.entries(more)) {
    if (Object.hasOwn(input, name) || name === "__proto__") {
      throw invalid(name, "is not a known field");
    }
    input[name] = value;
  }
}

function readQuery(query: string, route: Route): Input {
  const values: Input = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (route.hasBody && !route.queryNames.includes(name)) {
      throw invalid(name, "is not a known query parameter");
    }
    if (Object.hasOwn(values, name)) {
      throw invalid(name, "must be given once");
    }
    values[name] = value;
  }
  return values;
}

async function readJson(request: RestRequest): Promise<Input> {
  const bytes = await request.readBody(maxBodyBytes);
  if (bytes === null) {
    throw new AppError("payload_too_large", "The body must have at most 256 KiB");
  }
  if (bytes.length === 0) {
    return {};
  }
  const contentType = request.header("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType)) {
    throw new AppError("unsupported_media_type", "Send the body as Content-Type: application/json");
  }
  const body = parseJson(bytes);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw invalid("body", "must be a JSON object");
  }
  return Object.fromEntries(Object.entries(body));
}

function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    throw new AppError("validation_error", "The body is not valid JSON in UTF-8", {
      details: { body: "must be valid JSON in UTF-8" },
      cause: error,
    });
  }
  const misleading = misleadingMember(text);
  if (misleading !== null) {
    throw invalid(misleading.path, misleading.problem);
  }
  return value;
}

const invalid = (field: string, problem: string): AppError =>
  new AppError("validation_error", `${field} ${problem}`, { details: { [field]: problem } });
