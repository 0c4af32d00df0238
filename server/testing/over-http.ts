import { Agent, createServer, type IncomingMessage, request as ask } from "node:http";
import { text as readText } from "node:stream/consumers";
import type { RestResponse } from "../rest";
import { refuseUnreadable, serveRest } from "../rest-node";
import type { RawRequest } from "./transport";

/** Connections of their own: a busy machine is late to see that a server has closed one that was kept. */
const agent = new Agent({ keepAlive: false, maxSockets: 64 });

/** What Node and proxies write about the message itself; tests look at what the door says. */
const aboutTheMessage = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

/** Serves the REST door of this process as server/http.ts does. @returns the port; it closes with the process */
export async function serveDoor(): Promise<number> {
  const server = createServer((request, response) => {
    serveRest(request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
  server.on("clientError", refuseUnreadable);
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** Sends a request over HTTP to a port of this machine, the sender's address as a proxy would tell it. */
export async function overHttp(port: number, request: RawRequest): Promise<RestResponse> {
  const { method, url: path, headers = {}, body, ipAddress } = request;
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = ask({ host: "127.0.0.1", port, agent, method, path }, resolve);
    sent.on("error", reject);
    if (ipAddress !== undefined) sent.setHeader("x-forwarded-for", ipAddress);
    for (const [name, value] of Object.entries(headers)) sent.setHeader(name, value);
    if (body !== undefined) sent.setHeader("content-length", Buffer.byteLength(body));
    sent.end(body);
  });
  const text = await readText(message);
  return {
    status: message.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(message.headers).flatMap(([name, value]) =>
        value === undefined || aboutTheMessage.has(name) ? [] : [[name, String(value)]],
      ),
    ),
    body: text === "" ? null : text,
  };
}
