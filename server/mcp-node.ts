import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "./client-address";
import { answerMcp } from "./mcp/inbound";
import { readBody, writeAnswer } from "./rest-node";

/** The Node form of the agents' door. */
export async function serveMcp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const answer = await answerMcp({
    method: request.method ?? "GET",
    headers: new Headers(headers),
    readBody: (maxBytes) => readBody(request, maxBytes),
    ipAddress: clientAddress(request),
  });
  writeAnswer(request, response, answer);
}
