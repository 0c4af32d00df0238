import { callerError } from "./caller-error";
import { env } from "./env";
import { errorStatus } from "./errors";
import { log } from "./log";
import type { RestResponse } from "./rest";

/** An error in the envelope (contract §1). What went wrong on our side is in the log, by the request id. */
export function errorResponse(error: unknown, requestId: string): RestResponse {
  const { code, message, details, fields = {}, unexpected } = callerError(error);
  if (unexpected !== undefined) {
    log.error({ err: unexpected, requestId }, "request failed");
  }
  return {
    status: errorStatus[code],
    headers: {
      ...(code === "unauthorized" ? { "www-authenticate": "Bearer" } : {}),
      ...(code === "service_unavailable" ? { "retry-after": "2" } : {}),
      ...("retry_after" in fields ? { "retry-after": String(fields["retry_after"]) } : {}),
    },
    body: JSON.stringify({
      error: {
        code,
        message,
        ...(details === undefined ? {} : { details }),
        ...fields,
        request_id: requestId,
        doc_url: `${env.PUBLIC_URL}/docs/errors#${code}`,
      },
    }),
  };
}
