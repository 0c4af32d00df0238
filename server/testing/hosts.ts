import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer, type ServerOptions } from "node:https";
import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Lets a server listen on this machine until the test ends, its connections cut off then. @returns its port */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** @returns its address */
export const httpHost = async (answer: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createHttpServer(answer))}`;

/** @returns its address, by the name of localhost */
export const httpsHost = async (options: ServerOptions, answer: RequestListener): Promise<string> =>
  `https://localhost:${await listen(createHttpsServer(options, answer))}`;

/** @returns its port */
export const tcpHost = async (onConnection: (socket: Socket) => void): Promise<number> =>
  await listen(createTcpServer(onConnection));
