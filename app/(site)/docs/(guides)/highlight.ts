export type Token = {
  kind: "plain" | "string" | "keyword" | "number" | "comment" | "name";
  text: string;
  /** Where it begins in the code. */
  start: number;
};

const string = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/.source;
const hashComment = /(?<=^|\s)#.*/.source;
const slashComment = /\/\/.*/.source;
const number = /\b\d[\d_]*(?:\.\d+)?\b/.source;

/** What to look for in each language, the first that fits at a place wins. */
const patterns: Record<string, [Token["kind"], string][]> = {
  bash: [
    ["comment", hashComment],
    // A single-quoted body may run over lines.
    ["string", /"(?:[^"\\]|\\.)*"|'[^']*'/.source],
    ["keyword", /(?<=^|\n|\| |\$\()(?:curl|export|npm|npx|node|for|do|done)\b/.source],
    ["name", /(?<=\s)--?[A-Za-z][\w-]*/.source],
    ["number", /\$\w+|\$\{\w+\}/.source],
  ],
  typescript: [
    ["comment", slashComment],
    ["string", string],
    [
      "keyword",
      /\b(?:async|await|break|const|continue|else|export|false|for|from|function|if|import|let|new|null|of|return|throw|true|try|catch|type|undefined|while)\b/
        .source,
    ],
    ["number", number],
  ],
  json: [
    ["name", /"(?:[^"\\\n]|\\.)*"(?=\s*:)/.source],
    ["string", string],
    ["keyword", /\b(?:true|false|null)\b/.source],
    ["number", `-?${number}`],
  ],
  python: [
    ["comment", `${hashComment}|${/""".*"""/.source}`],
    ["string", `[bf]?(?:${string})`],
    ["keyword", /\b(?:def|import|return|if|for|in|or|and|not|any|True|False|None)\b/.source],
    ["number", number],
  ],
  php: [
    ["comment", `${slashComment}|${/\/\*.*\*\//.source}`],
    ["string", string],
    [
      "keyword",
      /<\?php|\b(?:function|return|if|foreach|as|true|false|array|string|bool|int)\b/.source,
    ],
    ["name", /\$\w+/.source],
    ["number", number],
  ],
  go: [
    ["comment", slashComment],
    ["string", string],
    ["keyword", /\b(?:package|import|func|return|if|for|range|true|false|nil)\b/.source],
    ["number", number],
  ],
  ruby: [
    ["comment", hashComment],
    ["string", string],
    ["keyword", /\b(?:require|def|end|return|unless|if|do|true|false|nil)\b/.source],
    ["number", number],
  ],
  http: [
    ["name", /(?<=^|\n)[\w-]+(?=:)/.source],
    ["number", number],
  ],
};

/** Splits code into coloured pieces. Together they are the code again, whatever the language. */
export function highlight(language: string, code: string): Token[] {
  const known = patterns[language];
  if (known === undefined) return [{ kind: "plain", text: code, start: 0 }];
  const any = new RegExp(known.map(([, source]) => `(${source})`).join("|"), "g");
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(any)) {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const [kind] = known[which] ?? ["plain"];
    if (match.index > end)
      tokens.push({ kind: "plain", text: code.slice(end, match.index), start: end });
    tokens.push({ kind, text: match[0], start: match.index });
    end = match.index + match[0].length;
  }
  if (end < code.length) tokens.push({ kind: "plain", text: code.slice(end), start: end });
  return tokens;
}
