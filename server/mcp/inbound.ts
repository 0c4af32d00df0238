import type { McpServer, StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { createMcpHandler } from "mcp-handler";
import { env } from "../env";
import { errorResponse } from "../error-response";
import { AppError } from "../errors";
import { noteCall, requestIdOf } from "../note-call";
import { openApiJson } from "../openapi";
import { countCall } from "../rate-limit/count-call";
import { answerRest, type RestRequest, type RestResponse } from "../rest";
import { maxBodyBytes } from "../rest-input";
import { type Context, createRestContext, missingAuthorization } from "../trpc";
import { version } from "../version";
import { Json, readTools, type Tool } from "./document";
import { problemsOf, requestOf } from "./request";

/** A request to the agents' door, however it arrived. */
export type AgentRequest = Pick<RestRequest, "method" | "readBody" | "ipAddress"> & {
  headers: Headers;
};

/** What is found out about a request while it is answered, for its headers and its line in the log. */
type Visit = {
  requestId: string;
  nowMs: number;
  ipAddress: string | null;
  ctx: Context | null;
  headers: Record<string, string>;
  /** Whether a tool asked REST, which counted and noted that. */
  hasAsked: boolean;
};

let tools: Tool[] | undefined;

/** The schema is for agents to read; what is wrong with input is said in the result of the tool. */
const inputOf = ({ inputSchema }: Tool): StandardSchemaWithJSON<Json, Json> => ({
  "~standard": {
    version: 1,
    vendor: "astrocal",
    validate: (input) => ({ value: Json.catch({}).parse(input) }),
    jsonSchema: { input: () => inputSchema, output: () => inputSchema },
  },
});

/** Runs a tool through the REST door: its scopes, limits, log and errors are those of any other call. */
async function callTool(tool: Tool, input: Json, visit: Visit, ctx: Context) {
  const answer = await askRest(tool, input, visit, ctx);
  return {
    content: [{ type: "text" as const, text: answer.body ?? "" }],
    isError: answer.status >= 400,
  };
}

async function askRest(tool: Tool, input: Json, visit: Visit, ctx: Context): Promise<RestResponse> {
  const { requestId, ipAddress } = visit;
  const details = problemsOf(tool, input);
  const [problem] = Object.entries(details);
  if (problem !== undefined) {
    const error = new AppError("validation_error", problem.join(" "), { details });
    return errorResponse(error, requestId);
  }
  const { method, url, headers, body } = requestOf(tool, input);
  // The result in the agent's hand, its answer and both lines of the log have one id.
  headers.set("x-request-id", requestId);
  visit.hasAsked = true;
  const answer = await answerRest({
    method,
    url,
    header: (name) => headers.get(name) ?? null,
    readBody: (maxBytes) => Promise.resolve(body.length > maxBytes ? null : body),
    ipAddress,
    ctx,
  });
  const standing = Object.entries(answer.headers).filter(([name]) => name.includes("ratelimit"));
  visit.headers = Object.fromEntries(standing);
  return answer;
}

function register(server: McpServer, visit: Visit, ctx: Context): void {
  tools ??= readTools(openApiJson());
  for (const tool of tools) {
    const { name, title, description, isReadOnly, isDestructive } = tool;
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: inputOf(tool),
        annotations: {
          readOnlyHint: isReadOnly,
          destructiveHint: isDestructive,
          openWorldHint: false,
        },
      },
      async (input) => await callTool(tool, input, visit, ctx),
    );
  }
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * No page of another site reaches this server, under a name of its own neither (DNS rebinding).
 * @throws forbidden
 */
function refuseOtherSites(headers: Headers): void {
  const own = new URL(env.PUBLIC_URL);
  const [host, origin] = [headers.get("host"), headers.get("origin")];
  if (host === null || !(host.toLowerCase() === own.host || loopback.test(host))) {
    throw new AppError("forbidden", `This server answers agents as ${own.host}.`);
  }
  if (origin !== null && origin !== own.origin) {
    throw new AppError("forbidden", "Pages of other sites may not call this server's tools.");
  }
}

const always = { isCounted: true, isLimited: true };

/**
 * Counts what no operation of REST has: a greeting, a list of the tools, a tool that there is not.
 * @throws rate_limit_exceeded
 */
async function countVisit(visit: Visit): Promise<void> {
  const { ctx, ipAddress, nowMs } = visit;
  const caller = ctx ?? { scope: null, key: null, ipAddress, nowMs };
  const { headers, refusal } = await countCall(caller, always);
  visit.headers = headers;
  if (refusal !== null) throw refusal;
}

/**
 * Who calls, found out once for the tools too.
 * @throws what `createRestContext` does, and unauthorized without a key; who is refused is counted as a stranger
 */
async function callerOf(request: AgentRequest, visit: Visit): Promise<Context> {
  const { requestId, nowMs, ipAddress } = visit;
  const header = (name: string) => request.headers.get(name);
  try {
    const ctx = await createRestContext(header, { requestId, nowMs, ipAddress });
    if (ctx.scope === null) throw new AppError("unauthorized", missingAuthorization);
    return ctx;
  } catch (error) {
    if (error instanceof AppError) await countVisit(visit);
    throw error;
  }
}

async function open(request: AgentRequest, visit: Visit): Promise<RestResponse> {
  refuseOtherSites(request.headers);
  if (request.method !== "POST") {
    visit.headers = { allow: "POST" };
    throw new AppError("method_not_allowed", "Agents send POST.");
  }
  const ctx = await callerOf(request, visit);
  visit.ctx = ctx;
  const body = await request.readBody(maxBodyBytes);
  if (body === null) {
    throw new AppError("payload_too_large", "A message must have at most 256 KiB");
  }
  const handler = createMcpHandler((server) => register(server, visit, ctx), {
    serverInfo: { name: "astrocal", version },
    instructions:
      "Astrocal schedules meetings. Instants are ISO 8601 in UTC; dates are civil dates in `timezone`. A test key acts on a sandbox that reaches nobody.",
    // Nothing here ever changes without a new release: no stream has to stay open.
    maxSubscriptions: 0,
  });
  const { headers } = request;
  const url = new URL("/mcp", env.PUBLIC_URL);
  const answer = await handler(
    new Request(url, { method: "POST", headers, body: Buffer.from(body) }),
  );
  // To its end, when it is known whether a tool asked. What did not has cost next to nothing until here.
  const text = await answer.text();
  if (!visit.hasAsked) await countVisit(visit);
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: answer.body === null ? null : text,
  };
}

/**
 * Answers agents: the Model Context Protocol over Streamable HTTP, without sessions. Asks for an API key before it reads
 * anything else. Never throws.
 */
export async function answerMcp(request: AgentRequest): Promise<RestResponse> {
  const startedMs = performance.now();
  const { method, ipAddress } = request;
  const requestId = requestIdOf(request.headers.get("x-request-id"));
  const nowMs = Date.now();
  const visit: Visit = { requestId, nowMs, ipAddress, ctx: null, headers: {}, hasAsked: false };
  const response = await open(request, visit).catch((error: unknown) => {
    const refused = errorResponse(error, requestId);
    return { ...refused, headers: { "content-type": "application/json", ...refused.headers } };
  });
  noteCall({
    ...visit,
    // What a tool asked stands in the key's log already, as the operation that it is.
    ctx: visit.hasAsked ? null : visit.ctx,
    counted: true,
    operation: method === "POST" ? "POST /mcp" : null,
    method,
    path: "/mcp",
    status: response.status,
    ms: performance.now() - startedMs,
  });
  return {
    ...response,
    headers: {
      ...response.headers,
      ...visit.headers,
      "x-request-id": requestId,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  };
}
