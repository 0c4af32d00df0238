type Schema = { example?: unknown; enum?: unknown[]; minimum?: unknown; type?: unknown };

type Parameter = {
  required?: boolean;
  schema?: Schema;
  example?: unknown;
  examples?: object;
};

/** As much as is looked at here of an OpenAPI document. */
export type OpenApiDocument = {
  paths: Record<string, Record<string, { parameters?: Parameter[]; security?: object[] }>>;
};

/**
 * The document as Scalar shows it best. Optional parameters are switched off in the code it writes, until a reader wants
 * them: each would otherwise stand in it, cursors that name nothing among them. With a key at hand it is used wherever it
 * may be.
 */
export function forReading(document: OpenApiDocument, hasKey: boolean): OpenApiDocument {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  for (const operation of operations) {
    operation.parameters?.forEach(showOnce);
    if (hasKey) {
      // Scalar takes the first way; `{}` is none at all.
      operation.security?.sort((a, b) => Object.keys(b).length - Object.keys(a).length);
    }
  }
  return document;
}

/** Leaves a parameter one example: its own where it is required, else one that is switched off. */
function showOnce(parameter: Parameter): void {
  const { example, ...schema } = parameter.schema ?? {};
  parameter.schema = schema;
  if (parameter.required !== true) {
    parameter.examples = { default: { value: example ?? valueOf(schema), "x-disabled": true } };
  }
}

/** A value for a field whose schema gives no example. */
function valueOf(schema: Schema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === "boolean") return true;
  return schema.minimum ?? "";
}
