import { z } from "zod";
import { type AgentTool, agentTools } from "./tools";

export const Json = z.record(z.string(), z.unknown());
export type Json = z.infer<typeof Json>;

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
        schema: Json.optional(),
      }),
    )
    .default([]),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: Json }) }) })
    .optional(),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), Json) }),
});

/** A tool with the request that it stands for. */
export type Tool = AgentTool & {
  description: string;
  /** JSON Schema; its properties are all that the tool takes. */
  inputSchema: {
    type: "object";
    properties: Json;
    required: string[];
    additionalProperties: false;
  };
  method: string;
  path: string;
  pathNames: readonly string[];
  queryNames: ReadonlySet<string>;
  hasBody: boolean;
};

/** REST's headers that a tool takes as arguments: each call has its own, while a client's headers are always the same. */
export const headerArguments: Readonly<Record<string, string>> = {
  "Idempotency-Key": "idempotency_key",
};

/** The same references, resolved: a tool's schema stands alone. Examples are the reference's, not an agent's. */
function inlined(value: unknown, schemas: Record<string, Json>): unknown {
  if (Array.isArray(value)) return value.map((each) => inlined(each, schemas));
  const { data } = Json.safeParse(value);
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

/**
 * Reads the tools' input from the OpenAPI document, and so from the procedures themselves.
 * @param json the document as it is served
 */
export function readTools(json: string): Tool[] {
  const { paths, components } = Document.parse(JSON.parse(json));
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
    const parameters = operation.parameters.flatMap((each) => {
      const name = each.in === "header" ? headerArguments[each.name] : each.name;
      // A token is an invitee's way in; agents have a key.
      return name === undefined || name === "token" ? [] : [{ ...each, name }];
    });
    const body = Json.parse(
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
          { ...Json.parse(inlined(schema ?? {}, components.schemas)), description },
        ]),
      ),
      ...Json.catch({}).parse(body["properties"]),
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
