import { isTree, type Tree } from "./json-peer";

/** What of an answer is wanted: null for all of it. */
type Mask = { [name: string]: Mask | null };

/** Google's partial answers: what `fields` names of a value ("a,b(c,d/e)"), and nothing else. */
export function partOf(value: unknown, fields: string | null): unknown {
  if (fields === null) {
    return value;
  }
  const [mask, rest] = readMask(fields);
  if (rest !== "") {
    throw new Error(`not a selection of fields: ${fields}`);
  }
  return pick(value, mask);
}

function readMask(text: string): [Mask, string] {
  const mask: Mask = {};
  let rest = text;
  for (;;) {
    const [, name = "", after = ""] = /^(\w+)(.*)$/.exec(rest) ?? [];
    rest = after;
    mask[name] = null;
    if (rest.startsWith("(")) {
      const [inner, more] = readMask(rest.slice(1));
      mask[name] = inner;
      rest = more.slice(1);
    } else if (rest.startsWith("/")) {
      const [, inner = "", more = ""] = /^\/(\w+)(.*)$/.exec(rest) ?? [];
      mask[name] = { [inner]: null };
      rest = more;
    }
    if (!rest.startsWith(",")) {
      return [mask, rest];
    }
    rest = rest.slice(1);
  }
}

function pick(value: unknown, mask: Mask | null): unknown {
  if (mask === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((each) => pick(each, mask));
  }
  if (!isTree(value)) {
    return value;
  }
  const picked: Tree = {};
  for (const [name, inner] of Object.entries(mask)) {
    if (value[name] !== undefined) {
      picked[name] = pick(value[name], inner);
    }
  }
  return picked;
}
