import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export type Received = { headers: Record<string, string>; body: string; atMs: number };

export type Receiver = {
  url: string;
  /** Everything that came, in order. */
  received: Received[];
  /** How it answers from now on; 200 with an empty body at first. */
  answer: (response: ServerResponse, count: number) => unknown;
};

/** A receiver of webhooks on this machine, until the test ends. */
export async function newReceiver(
  answer: Receiver["answer"] = (response) => response.end(),
): Promise<Receiver> {
  const receiver: Receiver = { url: "", received: [], answer };
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      receiver.received.push({ headers: plain(request.headers), body, atMs: Date.now() });
      return receiver.answer(response, receiver.received.length);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  receiver.url = `http://127.0.0.1:${port}/hooks`;
  return receiver;
}

/** Answers with a status alone. */
export const status =
  (code: number, headers: Record<string, string> = {}): Receiver["answer"] =>
  (response) =>
    response.writeHead(code, headers).end();

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
