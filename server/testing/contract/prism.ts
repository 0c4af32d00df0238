import { createServer, request as ask, ServerResponse } from "node:http";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer as createPrism } from "@stoplight/prism-http-server";
import { pino } from "pino";
import { placeholderEnvironment } from "../../ops/environment";

// Prism's validating proxy on the generated document, in a process of its own: loading it takes seconds, and one serves
// all test files. It knows one server behind it, where each file has its own; so it forwards to a relay, which sends a
// request on to the port that its header names. Prints Prism's port, and ends when its standard input does.

Object.assign(process.env, placeholderEnvironment);
// The server reads its environment as it is loaded.
const { openApiDocument } = await import("../../openapi");

const relay = createServer((request, response) => {
  const { method = "GET", url: path, headers } = request;
  const port = Number(headers["x-test-upstream"]);
  const forwarded = ask({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  forwarded.on("error", (error) => response.destroy(error));
  request.pipe(forwarded);
});
relay.keepAliveTimeout = 0;
await new Promise<void>((resolve) => {
  relay.listen(0, "127.0.0.1", resolve);
});
const address = relay.address();
const relayPort = typeof address === "object" && address !== null ? address.port : 0;

// Prism writes what callers sent into a header, where most characters may not stand, and falls over it.
// oxlint-disable-next-line typescript/unbound-method -- it is called with its `this` below
const { setHeader } = ServerResponse.prototype;
ServerResponse.prototype.setHeader = function setPrintableHeader(name, value) {
  return setHeader.call(this, name, typeof value === "string" ? asciiJson(value) : value);
};
const asciiJson = (text: string) =>
  text.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const operations = await getHttpOperationsFromSpec(structuredClone(openApiDocument()));
const logger = Object.assign(pino({ level: "silent" }), { success: () => {} });
const prism = createPrism(operations, {
  cors: false,
  components: { logger },
  config: {
    isProxy: true,
    upstream: new URL(`http://127.0.0.1:${relayPort}`),
    upstreamProxy: undefined,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    // Report what is wrong in a header, and let it pass: the server's own answer is what is tested.
    errors: false,
    mock: { dynamic: false },
  },
});
const url = await prism.listen(0, "127.0.0.1");
process.stdout.write(`${new URL(url).port}\n`);
process.stdin.resume().on("end", () => process.exit(0));
