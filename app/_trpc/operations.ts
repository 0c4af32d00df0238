import "server-only";
import { openApiDocument } from "@/server/openapi";

/** A published operation, as the guides speak of it. */
export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** What it is about. */
  tag: string;
  /** Whether it works without a key. */
  isPublic: boolean;
  /** Where the API reference shows it. */
  href: string;
};

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** As the API reference makes anchors of tags: "Event types" → "event-types". */
const slugOf = (tag: string) => tag.toLowerCase().replaceAll(/\s+/g, "-");

function readOperations(): Operation[] {
  return Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((each) => {
      const { operationId: id, summary = "", tags: [tag = ""] = [], security } = item[each] ?? {};
      const method = each.toUpperCase();
      const isPublic = security?.some((ways) => Object.keys(ways).length === 0) ?? false;
      const href = `/docs/api#tag/${slugOf(tag)}/${method}${path}`;
      return id === undefined ? [] : [{ id, method, path, summary, tag, isPublic, href }];
    }),
  );
}

let operations: readonly Operation[] | undefined;

/** Every published operation, read once from the OpenAPI document. */
export const publishedOperations = (): readonly Operation[] => (operations ??= readOperations());

/** A published operation by its `operationId`. @throws when there is none */
export function operationNamed(id: string): Operation {
  const found = publishedOperations().find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`No operation is called ${id}`);
  return found;
}
