import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { clientAddress } from "./client-address";
import { answerRest, answerUnreadable, type RestResponse } from "./rest";

/** The Node form of the REST door: reads the request, answers it, and never waits for what it refused unread. */
export async function serveRest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await answerRest({
    method: request.method ?? "GET",
    url: request.url ?? "/",
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
    readBody: (maxBytes) => readBody(request, maxBytes),
    ipAddress: clientAddress(request),
  });
  writeAnswer(request, response, answer);
}

/** Sends an answer, and does not wait for what was refused unread. */
export function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: RestResponse,
): void {
  if (!request.complete) {
    // What was refused unread is not worth reading: close instead of draining it.
    response.setHeader("connection", "close");
  }
  const body = answer.body === null ? undefined : Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(body === undefined ? {} : { "content-length": body.length }),
  });
  response.end(body);
}

/** The body, or null as soon as it exceeds `maxBytes`. */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) {
      return null;
    }
    chunks.push(bytes);
  }
  return chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks);
}

/** Answers what Node's parser refuses, which no handler ever sees, in the envelope like everything else. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const isTooLong = error.code === "HPE_HEADER_OVERFLOW";
  const { status, headers, body } = answerUnreadable(isTooLong ? "too long" : "malformed");
  const lines = Object.entries({
    ...headers,
    connection: "close",
    "content-length": Buffer.byteLength(body ?? ""),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} Bad Request\r\n${lines.join("")}\r\n${body}`);
}
