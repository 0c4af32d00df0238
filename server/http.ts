import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { pool } from "./db";
import { env } from "./env";
import { log } from "./log";
import { serveMcp } from "./mcp-node";
import { serveMetrics } from "./metrics-node";
import { refuseBody } from "./page-body";
import { secureHeaders } from "./page-headers";
import { counters } from "./rate-limit/counters";
import { refuseUnreadable, serveRest } from "./rest-node";
import { requireConstraints } from "./schema-check";
import { flushRequests } from "./usage/note-request";

/** How long a stopping server waits for what is in flight (guarantees: faults). */
const stopDeadlineMs = 10_000;

/** `/v1` and `/health` are answered here, without Next around them: several times the requests a second (bench). */
const restPath = /^\/(v1|health)(\/|\?|$)/;

/** Agents are answered here too: counts and the request log are this process's. */
const mcpPath = /^\/mcp\/?(\?|$)/;

async function main(): Promise<void> {
  const dev = process.argv.includes("--dev");
  await requireConstraints();
  // Connects to the rate limits' store, so that no request has to wait for that.
  counters();
  const app = next({ dev, hostname: env.HOST, port: env.PORT });
  await app.prepare();
  const servePage = app.getRequestHandler();
  const serve = (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? "/";
    if (url === "/metrics") return serveMetrics(request, response);
    if (mcpPath.test(url)) return serveMcp(request, response);
    if (restPath.test(url)) return serveRest(request, response);
    return refuseBody(request, response)
      ? Promise.resolve()
      : servePage(secureHeaders(request, response, dev), response);
  };
  const server = createServer((request, response) => {
    const served = serve(request, response);
    served.catch((error: unknown) => {
      log.error({ err: error }, "request not answered");
      response.destroy();
    });
  });
  server.on("clientError", refuseUnreadable);
  server.keepAliveTimeout = 65_000;
  server.listen(env.PORT, env.HOST, () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : env.PORT;
    process.stdout.write(`listening on http://${env.HOST}:${port}\n`);
  });
  server.on("error", (error) => {
    process.stderr.write(`The server cannot listen on ${env.HOST}:${env.PORT}: ${error.message}\n`);
    process.exit(1);
  });
  const stop = () => {
    setTimeout(() => process.exit(0), stopDeadlineMs).unref();
    server.close(() => {
      void flushRequests()
        .catch((error: unknown) => log.error({ err: error }, "usage not written"))
        .then(() => app.close())
        .then(() => pool.end())
        .then(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
