type Parameter = {
  in?: string;
  required?: boolean;
  schema?: { example?: unknown; enum?: unknown[]; minimum?: unknown; type?: unknown };
  examples?: object;
};

/** As much as is looked at here of an OpenAPI document. */
export type OpenApiDocument = {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
};

/**
 * The document with optional parameters switched off in the code that Scalar shows, until a reader wants them: each would
 * otherwise stand in it, cursors that name nothing among them.
 */
export function withoutOptional(document: OpenApiDocument): OpenApiDocument {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
    if (parameter.in === "query" && parameter.required !== true) {
      const { example, ...schema } = parameter.schema ?? {};
      parameter.examples = {
        default: { value: example ?? valueOf(schema), "x-disabled": true },
      };
      parameter.schema = schema;
    }
  }
  return document;
}

/** A value for a field whose schema gives no example. */
function valueOf(schema: NonNullable<Parameter["schema"]>): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === "boolean") return true;
  return schema.minimum ?? "";
}
