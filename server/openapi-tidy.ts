import { z } from "zod";
import type { oas31 } from "zod-openapi";

/** trpc-to-openapi leaves out what is said of an optional field: this takes it from the input's own schema. */
export function describeParameters(
  { parameters = [] }: oas31.OperationObject,
  fields: Readonly<Record<string, unknown>>,
  resource: string,
): void {
  for (const parameter of parameters) {
    if ("name" in parameter && "schema" in parameter) {
      const description =
        parameter.description ??
        descriptionOf(fields[parameter.name]) ??
        (parameter.in === "path" ? `Id of the ${inSentence(resource)}.` : undefined);
      if (description !== undefined) {
        parameter.description = description;
      }
    }
  }
}

function descriptionOf(field: unknown): string | undefined {
  if (!(field instanceof z.ZodType)) {
    return undefined;
  }
  return (
    field.description ??
    (field instanceof z.ZodOptional ? descriptionOf(field.unwrap()) : undefined)
  );
}

/** "Event type" → "event type", but "API key" as it is. */
const inSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** zod says of every whole number that JavaScript can hold it, which is no rule of the API. */
export function withoutSafeBounds<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    if (Reflect.get(value, "minimum") === Number.MIN_SAFE_INTEGER) {
      Reflect.deleteProperty(value, "minimum");
    }
    if (Reflect.get(value, "maximum") === Number.MAX_SAFE_INTEGER) {
      Reflect.deleteProperty(value, "maximum");
    }
    for (const each of Object.values(value)) {
      withoutSafeBounds(each);
    }
  }
  return value;
}
