import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Redis } from "ioredis";
import { z } from "zod";

const Command = z.tuple([z.string()], z.union([z.string(), z.number()]));
type Command = z.infer<typeof Command>;
const Body = z.union([Command, z.array(Command)]);

export type UpstashBridge = { url: string; token: string; close: () => Promise<void> };

/**
 * Upstash's REST protocol in front of a real Redis (upstash.com/docs/redis/features/restapi): one command as the JSON of
 * a POST, or several to `/pipeline`; answers in base64 for who asks so. What is tested through it is Upstash's own client.
 */
export async function startUpstashBridge(redisUrl: string): Promise<UpstashBridge> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 0, retryStrategy: () => 100 });
  // Told to the caller of the command.
  redis.on("error", () => {});
  const token = "the-token-of-the-bridge";
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  async function serve(request: IncomingMessage, response: ServerResponse) {
    const [status, body] = await answer(redis, token, request);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  }
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    close: async () => {
      redis.disconnect();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");
const scripts = new Map<string, string>();

/** Upstash knows a flag of scripts that Redis refuses: a script is run without it, whether text or hash names it. */
function asRedisKnowsIt(command: Command): Command {
  const [name, script = "", ...rest] = command;
  if (!/^eval(sha)?$/i.test(name)) {
    return command;
  }
  const text = String(script);
  if (/^eval$/i.test(name)) {
    scripts.set(sha1(text), text.replace(/^#!.*\n/, ""));
  }
  const known = scripts.get(/^eval$/i.test(name) ? sha1(text) : text);
  return known === undefined ? command : ["EVAL", known, ...rest];
}

async function answer(
  redis: Redis,
  token: string,
  request: IncomingMessage,
): Promise<[status: number, body: unknown]> {
  if (request.headers.authorization !== `Bearer ${token}`) {
    return [401, { error: "WRONGPASS invalid or missing auth token" }];
  }
  const inBase64 = request.headers["upstash-encoding"] === "base64";
  const run = async (command: Command) => {
    try {
      const [name, ...args] = asRedisKnowsIt(command);
      const result: unknown = await redis.call(name, ...args);
      return { result: inBase64 ? encoded(result) : result };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
  }
  const body = Body.parse(JSON.parse(Buffer.concat(chunks).toString()));
  if (request.url === "/pipeline") {
    const commands = z.array(Command).parse(body);
    return [200, await Promise.all(commands.map(run))];
  }
  const outcome = await run(Command.parse(body));
  return ["error" in outcome ? 400 : 200, outcome];
}

/** Text in base64, but for the word OK; numbers as they are. */
function encoded(result: unknown): unknown {
  if (Array.isArray(result)) {
    return result.map(encoded);
  }
  return typeof result === "string" && result !== "OK"
    ? Buffer.from(result).toString("base64")
    : result;
}
