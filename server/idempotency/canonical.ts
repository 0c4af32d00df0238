/**
 * A JSON value as text that depends on nothing but its meaning: members sorted by name, no blanks. Two values have the
 * same text exactly when they are equal. Texts are not normalised: "é" written in two ways is two values. Works through
 * a list of its own, because a body may be nested deeper than calls can be.
 * @param value as JSON.parse returns it
 */
export function canonicalJson(value: unknown): string {
  const written: string[] = [];
  /** What is yet to be written, the next last: values, and what stands between them. */
  const rest: (string | { value: unknown })[] = [{ value }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === "string") {
      written.push(next);
    } else if (typeof next.value === "object" && next.value !== null) {
      pushParts(rest, next.value);
    } else {
      written.push(JSON.stringify(next.value));
    }
  }
  return written.join("");
}

function pushParts(rest: (string | { value: unknown })[], value: object): void {
  const isArray = Array.isArray(value);
  const members = isArray
    ? value.map((item: unknown) => ({ name: "", item }))
    : Object.entries(value)
        .map(([name, item]: [string, unknown]) => ({ name: `${JSON.stringify(name)}:`, item }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  rest.push(isArray ? "]" : "}");
  for (const [index, { name, item }] of members.toReversed().entries()) {
    rest.push({ value: item }, (index === members.length - 1 ? "" : ",") + name);
  }
  rest.push(isArray ? "[" : "{");
}
