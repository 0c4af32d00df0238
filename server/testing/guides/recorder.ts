import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import type { RestResponse } from "../../rest";
import { overHttp, serveDoor } from "../over-http";

export type Exchange = RestResponse & { method: string; url: string };

/** The REST door on a port of this machine, and what went through it since it was last asked. */
export type Recorder = { address: string; take: () => Exchange[] };

/** Serves the REST door as server/http.ts does, and writes down every request and answer. */
export async function serveRecorded(): Promise<Recorder> {
  const port = await serveDoor();
  let exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = "GET", url = "/" } = request;
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)]],
        ),
      );
      const body = await buffer(request);
      const answer = await overHttp(port, { method, url, headers, body });
      exchanges.push({ ...answer, method, url });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const address = server.address();
  const ownPort = typeof address === "object" && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${ownPort}`,
    take: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}
