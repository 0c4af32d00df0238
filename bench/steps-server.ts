import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { log } from "../server/log";
import { countCall } from "../server/rate-limit/count-call";
import { matchRoute } from "../server/rest-routes";
import { provenOrganization } from "../server/scope";
import { type Context, createRestContext } from "../server/trpc";
import { noteRequest } from "../server/usage/note-request";

// GET /v1/event-types as server/rest.ts answers it, with only those of the steps around the procedure that the caller
// names: what each costs is the difference.

/** The organization that is asked for when no key is checked. */
const organizationId = provenOrganization(process.env["BENCH_ORGANIZATION"] ?? "");

const route = matchRoute("/v1/event-types")?.methods.get("GET");

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const steps = String(request.headers["x-bench-steps"] ?? "").split(",");
  const startedMs = performance.now();
  const facts = { nowMs: Date.now(), requestId: randomUUID(), ipAddress: "127.0.0.1" };
  const ctx = steps.includes("key")
    ? await createRestContext((name) => String(request.headers[name] ?? "") || null, facts)
    : withoutKey(facts);
  if (route === undefined) {
    throw new Error("there is no GET /v1/event-types");
  }
  const { headers } = steps.includes("limits") ? await countCall(ctx, route) : { headers: {} };
  const body = Buffer.from(JSON.stringify(await route.call(ctx, {})));
  response.writeHead(200, {
    ...headers,
    "content-type": "application/json",
    "content-length": body.length,
  });
  response.end(body);
  if (steps.includes("notes") && ctx.scope !== null && ctx.key !== null) {
    const { organizationId: id, isTest } = ctx.scope;
    const durationMs = Math.round(performance.now() - startedMs);
    const what = { method: "GET", path: "/v1/event-types", status: 200, durationMs };
    log.info({ requestId: facts.requestId, ...what }, "request");
    noteRequest({
      ...facts,
      ...what,
      counted: true,
      organizationId: id,
      isTest,
      apiKeyId: ctx.key.id,
    });
  }
}

function withoutKey(facts: Omit<Context, "scope" | "key" | "role">): Context {
  const actor = { type: "system" as const, id: null, name: "bench" };
  return {
    ...facts,
    key: null,
    role: null,
    scope: { ...facts, organizationId, isTest: false, actor },
  };
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.destroy();
  });
}).listen(Number(process.env["PORT"]), "127.0.0.1", () => process.stdout.write("listening\n"));
