// What the guides' MDX files get besides Markdown. Next loads it by its path (next.config.ts), as plain JavaScript.

/**
 * @typedef {{ type: string, value?: string, depth?: number, lang?: string | null, meta?: string | null,
 *   name?: string, attributes?: Attribute[], children?: Node[], data?: object }} Node a node of Markdown
 * @typedef {{ type: "mdxJsxAttribute", name: string, value: string }} Attribute
 * @typedef {{ name: string, values: Record<string, string | undefined> }} Component
 * @typedef {{ id: string, text: string, depth: number }} Heading
 */

/**
 * What follows a fence's language: words such as `run`, and pairs such as `status=201` or `norun="why not"`.
 * @param {string | null | undefined} meta
 * @returns {Record<string, string>} words have the value ""
 */
export function readMeta(meta) {
  const pairs = (meta ?? "").matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g);
  return Object.fromEntries(
    [...pairs].map(([, name, quoted, plain]) => [name, quoted ?? plain ?? ""]),
  );
}

/** The anchor of a heading: "Public endpoints" → "public-endpoints", `rate_limit_exceeded` as it is. @param {string} text */
export const anchorOf = (text) =>
  text
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .trim()
    .replaceAll(/\s+/g, "-");

/** @param {Node} node @returns {string} */
const textOf = (node) => node.value ?? (node.children ?? []).map(textOf).join("");

/** @param {string} name @param {Component["values"]} values @returns {Node} */
const element = (name, values) => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: Object.entries(values).flatMap(([attribute, value]) =>
    value === undefined ? [] : [{ type: "mdxJsxAttribute", name: attribute, value }],
  ),
  children: [],
});

/** What fences are to an example, by their language. @type {Record<string, string>} */
const requests = { bash: "curl", ts: "typescript" };
/** @type {Record<string, string>} */
const answers = { json: "answer", http: "headers" };

/**
 * A fence as the component that shows it, with its properties. Fences that belong together are one `Example`: the same
 * request in several languages, and what comes back. Any other is `Code`.
 * @param {Node} fence
 * @param {Component | undefined} before what the node before became
 * @returns {Component | null} null when it went into the one before
 */
function componentOf({ lang, meta, value: code = "" }, before) {
  const { run, answer, operation, status, title } = readMeta(meta);
  const language = lang ?? "text";
  const request = run === undefined ? undefined : requests[language];
  const example = before?.name === "Example" ? before.values : undefined;
  if (example !== undefined) {
    const isAnswered = "answer" in example || "headers" in example;
    const part = answer === undefined ? request : answers[language];
    const goesOn = answer !== undefined || !isAnswered;
    if (part !== undefined && goesOn && !(part in example)) {
      example[part] = code;
      return null;
    }
  }
  return request === undefined
    ? { name: "Code", values: { code, language, title } }
    : { name: "Example", values: { [request]: code, operation, status, title } };
}

/** @param {Node[]} nodes @returns {Node[]} */
function withComponents(nodes) {
  /** @type {(Node | Component)[]} */
  const shown = [];
  for (const node of nodes) {
    const last = shown.at(-1);
    const before = last !== undefined && "values" in last ? last : undefined;
    const next = node.type === "code" ? componentOf(node, before) : node;
    if (next !== null) shown.push(next);
  }
  return shown.map((each) => ("values" in each ? element(each.name, each.values) : each));
}

/** `export const outline = JSON.parse("…")`, as MDX wants to be told of it. @param {Heading[]} headings @returns {Node} */
const outlineExport = (headings) => ({
  type: "mdxjsEsm",
  value: "",
  data: {
    estree: {
      type: "Program",
      sourceType: "module",
      body: [
        {
          type: "ExportNamedDeclaration",
          specifiers: [],
          source: null,
          declaration: {
            type: "VariableDeclaration",
            kind: "const",
            declarations: [
              {
                type: "VariableDeclarator",
                id: { type: "Identifier", name: "outline" },
                init: {
                  type: "CallExpression",
                  optional: false,
                  callee: {
                    type: "MemberExpression",
                    computed: false,
                    optional: false,
                    object: { type: "Identifier", name: "JSON" },
                    property: { type: "Identifier", name: "parse" },
                  },
                  arguments: [{ type: "Literal", value: JSON.stringify(headings) }],
                },
              },
            ],
          },
        },
      ],
    },
  },
});

/** Gives headings their anchors, a guide its `outline`, and code its components. */
export default function remarkGuide() {
  /** @param {Node & { children: Node[] }} tree */
  return (tree) => {
    /** @type {Heading[]} */
    const headings = [];
    for (const node of tree.children) {
      if (node.type === "heading") {
        const text = textOf(node);
        const heading = { id: anchorOf(text), text, depth: node.depth ?? 2 };
        headings.push(heading);
        node.data = { hProperties: { id: heading.id } };
      }
    }
    tree.children = [outlineExport(headings), ...withComponents(tree.children)];
  };
}
