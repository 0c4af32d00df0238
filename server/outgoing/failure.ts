import { z } from "zod";

/** Why a call to the outside came to nothing. */
export type OutgoingReason =
  /** Our own rules forbid the address. */
  "blocked" | "unresolved" | "refused" | "timeout" | "tls" | "broken";

/** A call to the outside that came to nothing; its message is for people, and names no address of our own network. */
export class OutgoingError extends Error {
  readonly reason: OutgoingReason;
  /** Of an answer that began well and did not end. */
  readonly status: number | null;

  constructor(
    reason: OutgoingReason,
    message: string,
    options: { status?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "OutgoingError";
    this.reason = reason;
    this.status = options.status ?? null;
  }
}

const Failure = z.object({
  name: z.string().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  message: z.string().optional(),
  cause: z.unknown().optional(),
});

const sentences: Partial<Record<string, [OutgoingReason, string]>> = {
  ENOTFOUND: ["unresolved", "The host's name does not exist"],
  ENODATA: ["unresolved", "The host's name has no address"],
  ECONNREFUSED: ["refused", "Nothing listens there: the connection was refused"],
  ECONNRESET: ["broken", "The receiver broke the connection off before it had answered"],
  UND_ERR_SOCKET: ["broken", "The receiver broke the connection off before it had answered"],
  EPIPE: ["broken", "The receiver broke the connection off before it had answered"],
  EHOSTUNREACH: ["refused", "The host cannot be reached"],
  ENETUNREACH: ["refused", "The host cannot be reached"],
  ETIMEDOUT: ["timeout", "The host did not take the connection in time"],
  UND_ERR_CONNECT_TIMEOUT: ["timeout", "The host did not take the connection in time"],
  UND_ERR_HEADERS_OVERFLOW: ["broken", "The answer's headers are too large"],
  CERT_HAS_EXPIRED: ["tls", "The host's certificate has expired"],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["tls", "The host's certificate is self-signed"],
  SELF_SIGNED_CERT_IN_CHAIN: ["tls", "The host's certificate is self-signed"],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["tls", "The host's certificate lacks its intermediate one"],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ["tls", "The host's certificate is of no known authority"],
  ERR_TLS_CERT_ALTNAME_INVALID: ["tls", "The host's certificate is for another name"],
};

/** DNS trouble besides a name that does not exist, in c-ares' and the system's words. */
const resolverTrouble =
  /^E(AI_AGAIN|SERVFAIL|TIMEOUT|REFUSED|CANCELLED|FORMERR|BADRESP|BADNAME|NONAME)$/;

/** What fetch threw, in words. Its own is `fetch failed`, with the cause inside, now and then two levels deep. */
export function outgoingError(error: unknown, options: { status?: number } = {}): OutgoingError {
  if (error instanceof OutgoingError) {
    return error;
  }
  const failure = Failure.safeParse(error);
  const { name, code, message = "", cause } = failure.success ? failure.data : {};
  const more = { ...options, cause: error };
  const known = sentences[String(code)];
  if (known !== undefined) {
    return new OutgoingError(known[0], known[1], more);
  }
  if (resolverTrouble.test(String(code))) {
    return new OutgoingError("unresolved", "The host's name could not be looked up", more);
  }
  if (name === "TimeoutError") {
    return new OutgoingError("timeout", "There was no whole answer in time", more);
  }
  if (/^ERR_(SSL|TLS)|^CERT_|_CERT/.test(String(code)) || /\bTLS\b/.test(message)) {
    return new OutgoingError("tls", "The host does not speak TLS as it should", more);
  }
  if (String(code).startsWith("HPE_")) {
    return new OutgoingError("broken", "The answer is not valid HTTP", more);
  }
  if (message === "bad port") {
    // Fetch's own list (WHATWG): 25, 6667 and so on.
    return new OutgoingError("blocked", "The port is another service's, not the web's", more);
  }
  if (typeof cause === "object" && cause !== null) {
    return outgoingError(cause, options);
  }
  return new OutgoingError("broken", "The connection failed", more);
}
