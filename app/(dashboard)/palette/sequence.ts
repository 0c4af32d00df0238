/** Keys pressed one after the other, with a space between: "g b". */
export type Keys = string;

/**
 * What one more key makes of those pressed before: a binding that is now complete, the beginning of one, or nothing.
 * A key that does not go on with what was begun begins anew.
 */
export function press(
  begun: Keys,
  key: string,
  bindings: Iterable<Keys>,
): { complete: Keys | null; begun: Keys } {
  const all = [...bindings];
  const candidates = begun === "" ? [key] : [`${begun} ${key}`, key];
  for (const keys of candidates) {
    if (all.includes(keys)) return { complete: keys, begun: "" };
    if (all.some((binding) => binding.startsWith(`${keys} `)))
      return { complete: null, begun: keys };
  }
  return { complete: null, begun: "" };
}
