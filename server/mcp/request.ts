import { headerArguments, type Json, type Tool } from "./document";

/**
 * What REST could not say of a tool's input: field → sentence. The rest is said by the operation itself, in words from
 * which an agent can mend it.
 */
export function problemsOf({ inputSchema, pathNames }: Tool, input: Json): Record<string, string> {
  const { properties } = inputSchema;
  // The operation knows names that are no agent's: an invitee's token would open what the key does not.
  const unknown = Object.keys(input).filter((name) => !Object.hasOwn(properties, name));
  // Without it there is no address to ask, and "not found" would send the agent looking for another.
  const missing = pathNames.filter((name) => typeof input[name] !== "string");
  const unsendable = Object.values(headerArguments).filter(
    (name) => Object.hasOwn(input, name) && typeof input[name] !== "string",
  );
  return Object.fromEntries([
    ...unknown.map((name) => [name, "is not a known field"]),
    ...missing.map((name) => [name, "is required"]),
    ...unsendable.map((name) => [name, "must be a string"]),
  ]);
}

/** A tool call as the REST request that it is. The names of its headers are in small letters. */
export function requestOf({ method, path, pathNames, queryNames, hasBody }: Tool, input: Json) {
  const query = new URLSearchParams();
  const body: Json = {};
  const headers = new Map([["content-type", "application/json"]]);
  const headerOf = new Map(
    Object.entries(headerArguments).map(([header, name]) => [name, header.toLowerCase()]),
  );
  const url = pathNames.reduce(
    (filled, name) => filled.replace(`{${name}}`, encodeURIComponent(String(input[name]))),
    path,
  );
  for (const [name, value] of Object.entries(input)) {
    const header = headerOf.get(name);
    if (pathNames.includes(name)) continue;
    if (header !== undefined) headers.set(header, String(value));
    else if (queryNames.has(name) || !hasBody) query.set(name, String(value));
    else body[name] = value;
  }
  return {
    method,
    url: query.size === 0 ? url : `${url}?${query.toString()}`,
    headers,
    body: hasBody ? Buffer.from(JSON.stringify(body)) : Buffer.alloc(0),
  };
}
