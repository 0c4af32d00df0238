import type { McpServer, StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { createMcpHandler } from "mcp-handler";
import { z } from "zod";
import { callerError } from "../caller-error";
import { env } from "../env";
import { errorStatus } from "../errors";
import { openApiJson } from "../openapi";
import { answerRest } from "../rest";
import { createRestContext, missingAuthorization } from "../trpc";
import { version } from "../version";
import { type AgentTool, agentTools } from "./tools";

const Schema = z.record(z.string(), z.unknown());
type Schema = z.infer<typeof Schema>;

const Operation = z.object({
  operationId: z.string(),
  description: z.string(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query", "header"]),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: Schema.optional(),
      }),
    )
    .default([]),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: Schema }) }) })
    .optional(),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

/** A tool with the request that it stands for. */
type Tool = AgentTool & {
  description: string;
  inputSchema: Schema;
  method: string;
  path: string;
  pathNames: readonly string[];
  queryNames: ReadonlySet<string>;
  hasBody: boolean;
};

/** The same references, resolved: a tool's schema stands alone. Examples are the reference's, not an agent's. */
function inlined(value: unknown, schemas: Record<string, Schema>): unknown {
  if (Array.isArray(value)) return value.map((each) => inlined(each, schemas));
  const { data } = Schema.safeParse(value);
  if (data === undefined) return value;
  const reference = data["$ref"];
  if (typeof reference === "string") {
    return inlined(schemas[reference.split("/").at(-1) ?? ""] ?? {}, schemas);
  }
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key, each]) => !(key === "example" || (key === "examples" && Array.isArray(each))))
      .map(([key, each]) => [key, inlined(each, schemas)]),
  );
}

/** Reads the tools' input from the OpenAPI document, and so from the procedures themselves. */
function readTools(): Tool[] {
  const { paths, components } = Document.parse(JSON.parse(openApiJson()));
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, given]) => {
      const { data } = Operation.safeParse(given);
      return data === undefined ? [] : [{ ...data, path, method: method.toUpperCase() }];
    }),
  );
  return agentTools.map((tool) => {
    const operation = operations.find(({ operationId }) => operationId === tool.operationId);
    if (operation === undefined) {
      throw new Error(`the document has no operation ${tool.operationId}`);
    }
    const { path, method, requestBody } = operation;
    // A token is an invitee's way in; agents have a key.
    const parameters = operation.parameters.filter(
      (each) => each.in !== "header" && each.name !== "token",
    );
    const body = Schema.parse(
      inlined(requestBody?.content["application/json"].schema ?? {}, components.schemas),
    );
    const required = [
      ...parameters.flatMap((each) => (each.required === true ? [each.name] : [])),
      ...z.array(z.string()).catch([]).parse(body["required"]),
    ];
    const properties = {
      ...Object.fromEntries(
        parameters.map(({ name, description, schema }) => [
          name,
          { ...Schema.parse(inlined(schema ?? {}, components.schemas)), description },
        ]),
      ),
      ...Schema.catch({}).parse(body["properties"]),
    };
    return {
      ...tool,
      path,
      method,
      description: `${operation.description} ${tool.advice}`,
      inputSchema: { type: "object", properties, required, additionalProperties: false },
      pathNames: parameters.flatMap((each) => (each.in === "path" ? [each.name] : [])),
      queryNames: new Set(parameters.flatMap((each) => (each.in === "query" ? [each.name] : []))),
      hasBody: requestBody !== undefined,
    };
  });
}

let tools: Tool[] | undefined;

/**
 * The schema is for agents to read. What is wrong with input is said by the operation itself, in REST's words, from which
 * an agent can mend it.
 */
const inputOf = ({ inputSchema }: Tool): StandardSchemaWithJSON<Schema, Schema> => ({
  "~standard": {
    version: 1,
    vendor: "astrocal",
    validate: (input) => ({ value: Schema.catch({}).parse(input) }),
    jsonSchema: { input: () => inputSchema, output: () => inputSchema },
  },
});

/** Who calls: what of the request's headers REST is told, and the address. */
type Caller = { header: (name: string) => string | null; ipAddress: string | null };

/** Those that say who calls; the rest of an agent's headers are about its own request. */
const toldHeaders = new Set(["authorization", "origin", "x-org-id", "x-astrocal-mode"]);

/** A tool call as the REST request that it is. */
function requestOf({ method, path, pathNames, queryNames, hasBody }: Tool, input: Schema) {
  const query = new URLSearchParams();
  const body: Schema = {};
  const url = pathNames.reduce(
    (filled, name) => filled.replace(`{${name}}`, encodeURIComponent(String(input[name]))),
    path,
  );
  for (const [name, value] of Object.entries(input)) {
    if (pathNames.includes(name)) continue;
    if (queryNames.has(name) || !hasBody) query.set(name, String(value));
    else body[name] = value;
  }
  return {
    method,
    url: query.size === 0 ? url : `${url}?${query.toString()}`,
    body: hasBody ? Buffer.from(JSON.stringify(body)) : Buffer.alloc(0),
  };
}

/** Runs a tool through the REST door: its key, scopes, limits, log and errors are those of any other call. */
async function callTool(tool: Tool, input: Schema, { header, ipAddress }: Caller) {
  const missing = tool.pathNames.find((name) => typeof input[name] !== "string");
  if (missing !== undefined) {
    // Without it there is no address to ask, and "not found" would send the agent looking for another.
    const message = `${missing} is required`;
    const error = { code: "validation_error", message, details: { [missing]: "is required" } };
    return { content: [{ type: "text" as const, text: JSON.stringify({ error }) }], isError: true };
  }
  const { method, url, body } = requestOf(tool, input);
  const answer = await answerRest({
    method,
    url,
    header: (name) => {
      const known = name.toLowerCase();
      if (known === "content-type") return "application/json";
      return toldHeaders.has(known) ? header(known) : null;
    },
    readBody: (maxBytes) => Promise.resolve(body.length > maxBytes ? null : body),
    ipAddress,
  });
  return {
    content: [{ type: "text" as const, text: answer.body ?? "" }],
    isError: answer.status >= 400,
  };
}

function register(server: McpServer, caller: Caller): void {
  tools ??= readTools();
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
      async (input) => await callTool(tool, input, caller),
    );
  }
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Names by which this server is known: no page of another site reaches it under a name of its own (DNS rebinding). */
const isOwnHost = (host: string | null): boolean =>
  host !== null && (host.toLowerCase() === new URL(env.PUBLIC_URL).host || loopback.test(host));

const refuse = (status: number, code: string, message: string, headers = {}): Response =>
  Response.json({ error: { code, message } }, { status, headers });

/**
 * Answers agents: the Model Context Protocol over Streamable HTTP, without sessions. Asks for an API key before anything else.
 */
export async function answerMcp(request: Request, ipAddress: string | null): Promise<Response> {
  const origin = request.headers.get("origin");
  if (!isOwnHost(request.headers.get("host"))) {
    return refuse(
      403,
      "forbidden",
      `This server answers agents as ${new URL(env.PUBLIC_URL).host}.`,
    );
  }
  if (origin !== null && origin !== new URL(env.PUBLIC_URL).origin) {
    return refuse(403, "forbidden", "Pages of other sites may not call this server's tools.");
  }
  const caller = { header: (name: string) => request.headers.get(name), ipAddress };
  const challenge = { "www-authenticate": "Bearer" };
  if (caller.header("authorization") === null) {
    return refuse(401, "unauthorized", missingAuthorization, challenge);
  }
  try {
    await createRestContext(caller.header, { nowMs: Date.now(), requestId: null, ipAddress });
  } catch (error) {
    const { code, message } = callerError(error);
    return refuse(errorStatus[code], code, message, code === "unauthorized" ? challenge : {});
  }
  const handler = createMcpHandler((server) => register(server, caller), {
    serverInfo: { name: "astrocal", version },
    instructions:
      "Astrocal schedules meetings. Instants are ISO 8601 in UTC; dates are civil dates in `timezone`. A test key acts on a sandbox that reaches nobody.",
  });
  return await handler(request);
}
