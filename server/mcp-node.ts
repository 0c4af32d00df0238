import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { clientAddress } from "./client-address";
import { env } from "./env";
import { answerMcp } from "./mcp/inbound";
import { maxBodyBytes } from "./rest-input";
import { readBody } from "./rest-node";

/** Those of Streamable HTTP; without sessions the handler itself refuses all but POST. */
const methods = new Set(["GET", "POST", "DELETE"]);

/** The Node form of the agents' door. */
export async function serveMcp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!methods.has(request.method ?? "")) {
    response.writeHead(405, { allow: "POST", "content-type": "text/plain" });
    response.end("Agents send POST.\n");
    return;
  }
  const body = await readBody(request, maxBodyBytes);
  if (body === null) {
    response.writeHead(413, { connection: "close", "content-type": "text/plain" });
    response.end("A message must have at most 256 KiB.\n");
    return;
  }
  const { method = "GET", headers } = request;
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const answer = await answerMcp(
    new Request(new URL("/mcp", env.PUBLIC_URL), {
      method,
      headers: given,
      ...(method === "GET" ? {} : { body: Buffer.from(body) }),
    }),
    clientAddress(request),
  );
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  if (answer.body === null) {
    response.end();
    return;
  }
  // An agent that leaves in the middle of a stream has done nothing wrong.
  await pipeline(chunksOf(answer.body), response).catch(() => response.destroy());
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}
