/** Strings (member names are those before a colon) and what opens, closes and separates; nothing else matters here. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\],]/g;

/** An object that is open, with its names so far, or an array, and the member or index that is being read. */
type Frame = { names: Set<string> | null; at: string | number };

/**
 * The first member, as `a.0.b`, that would be read otherwise than it was written: a name that its object bears twice (of
 * which JSON.parse keeps the last without a word, and others the first), or `__proto__`, which copies lose or obey.
 * @param text valid JSON
 */
export function misleadingMember(text: string): { path: string; problem: string } | null {
  const frames: Frame[] = [];
  const found = (problem: string) => ({ path: frames.map(({ at }) => at).join("."), problem });
  for (const [token, colon] of text.matchAll(tokens)) {
    const frame = frames.at(-1);
    if (token === "{" || token === "[") {
      frames.push({ names: token === "{" ? new Set() : null, at: 0 });
    } else if (token === "}" || token === "]") {
      frames.pop();
    } else if (token === ",") {
      if (typeof frame?.at === "number") frame.at += 1;
    } else if (colon !== undefined && frame?.names) {
      frame.at = String(JSON.parse(token.slice(0, -colon.length)));
      if (frame.at === "__proto__") return found("is not a known field");
      if (frame.names.has(frame.at)) return found("must be given once");
      frame.names.add(frame.at);
    }
  }
  return null;
}
