import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "./client-address";
import { answerRest } from "./rest";

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

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
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
