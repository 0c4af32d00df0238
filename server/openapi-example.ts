type Schema = Record<string, unknown>;
type Lookup = (reference: string) => unknown;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

const byFormat: Record<string, unknown> = {
  "date-time": "2026-03-02T15:00:00.000Z",
  date: "2026-03-02",
  uuid: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
  email: "ada@example.com",
  uri: "https://example.com",
};

/**
 * A value that a JSON schema allows, made from its own examples, defaults and first choices, so that the document
 * never shows what the server would refuse.
 */
export function exampleOf(schema: unknown, lookup: Lookup): unknown {
  if (!isSchema(schema)) {
    return null;
  }
  if (typeof schema["$ref"] === "string") {
    return exampleOf(lookup(schema["$ref"]), lookup);
  }
  const [given] = Array.isArray(schema["examples"]) ? schema["examples"] : [schema["example"]];
  if (given !== undefined) {
    return given;
  }
  for (const choice of [schema["const"], schema["enum"], schema["anyOf"], schema["oneOf"]]) {
    if (choice !== undefined) {
      const [first] = Array.isArray(choice) ? choice : [choice];
      return isSchema(first) ? exampleOf(first, lookup) : first;
    }
  }
  return exampleOfType(schema, lookup);
}

function exampleOfType(schema: Schema, lookup: Lookup): unknown {
  const [type] = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  switch (type) {
    case "object": {
      const properties = isSchema(schema["properties"]) ? schema["properties"] : {};
      return Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, exampleOf(property, lookup)]),
      );
    }
    case "array":
      return [exampleOf(schema["items"], lookup)];
    case "integer":
    case "number":
      return schema["minimum"] ?? 1;
    case "boolean":
      return false;
    case "string":
      return byFormat[String(schema["format"])] ?? "text";
    default:
      return null;
  }
}
