import type { IncomingMessage, ServerResponse } from "node:http";

/** The largest thing that a page of ours sends is a logo of 256 kB, in base64. */
export const maxPageBodyBytes = 512 * 1024;

/**
 * Refuses a body that is larger than pages send, or that does not say how large it is (browsers do): Next would take all of
 * it into memory, whoever it comes from. REST and agents have limits of their own (rest-input.ts).
 * @returns whether the request is answered with that
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse): boolean {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding !== undefined) {
    return refuse(response, 411, "Say how long the body is, by Content-Length.");
  }
  if (Number(length ?? 0) > maxPageBodyBytes) {
    return refuse(response, 413, `The body must have at most ${maxPageBodyBytes / 1024} KiB.`);
  }
  return false;
}

function refuse(response: ServerResponse, status: number, sentence: string): true {
  // What follows on this connection is the body that nobody reads.
  response.writeHead(status, { connection: "close", "content-type": "text/plain; charset=utf-8" });
  response.end(`${sentence}\n`);
  return true;
}
