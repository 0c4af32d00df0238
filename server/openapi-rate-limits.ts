import type { oas31 } from "zod-openapi";
import type { ErrorCode } from "./errors";

const text = (description: string, example: string): oas31.HeaderObject => ({
  description,
  schema: { type: "string" },
  example,
});

const integer = (description: string, example: number): oas31.HeaderObject => ({
  description,
  schema: { type: "integer", minimum: 0 },
  example,
});

/** Said of the caller's limits: an API key's plan, or a stranger's network address. A service key has none. */
const standing: Record<string, oas31.HeaderObject> = {
  "X-RateLimit-Limit": integer("Calls that may be made in the present minute.", 100),
  "X-RateLimit-Remaining": integer("How many of them are left.", 99),
  "X-RateLimit-Reset": {
    description: "When counting starts anew.",
    schema: { type: "string", format: "date-time" },
    example: "2026-03-01T10:01:00.000Z",
  },
  "RateLimit-Policy": text(
    "All limits, after draft-ietf-httpapi-ratelimit-headers: `q` calls in `w` seconds.",
    '"minute";q=100;w=60, "day";q=1000;w=86400',
  ),
  RateLimit: text(
    "What is left of them: `r` calls, and `t` seconds until counting starts anew.",
    '"minute";r=99;t=42, "day";r=999;t=50342',
  ),
};

const retryAfter = integer("Seconds to wait before trying again.", 42);

/** Given before anything is counted. */
const uncountedStatuses = new Set(["401", "405"]);

/** Describes what answers say of their caller's limits. */
export function addRateLimits(operation: oas31.OperationObject): void {
  for (const [status, response] of Object.entries<unknown>(operation.responses ?? {})) {
    if (!uncountedStatuses.has(status) && isResponse(response)) {
      response.headers = {
        ...response.headers,
        ...standing,
        ...(status === "429" ? { "Retry-After": retryAfter } : {}),
      };
    }
  }
}

const isResponse = (value: unknown): value is oas31.ResponseObject =>
  typeof value === "object" && value !== null && !("$ref" in value);

/** What the errors about limits carry besides code and message, for their examples. */
export const limitExamples: Partial<Record<ErrorCode, Record<string, string | number>>> = {
  rate_limit_exceeded: {
    message: "Rate limit exceeded. Your limit is 100 requests/minute (Launch tier).",
    limit: 100,
    window: "1m",
    reset_at: "2026-03-01T10:01:00.000Z",
    retry_after: 42,
    tier: "launch",
  },
  quota_exceeded: {
    message: "Booking quota exceeded. Your limit is 500 bookings/month (Launch tier).",
    limit: 500,
    reset_at: "2026-04-01T00:00:00.000Z",
    tier: "launch",
  },
};
