import { createServer, request } from "node:http";

/** A way to a server that can be shut: it then refuses everybody's password. */
export type Door = { address: string; setShut: (isShut: boolean) => void; close: () => void };

/** Stands between us and a server, as when somebody takes an app password back there. */
export async function openDoor(target: string): Promise<Door> {
  let isShut = false;
  const server = createServer((incoming, answer) => {
    if (isShut) {
      answer.writeHead(401, { "www-authenticate": 'Basic realm="Calendars"' }).end();
      return;
    }
    const { method = "GET", headers, url = "/" } = incoming;
    const onward = request(new URL(url, target), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    setShut: (next) => {
      isShut = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
