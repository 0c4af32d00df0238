export type SearchableOption = { label: string; detail?: string; keywords?: string };

/**
 * The options that contain every word of the query, those whose label begins with it first. Case,
 * accents and the signs in a zone's name do not matter: "sao paulo" finds "America/São_Paulo".
 */
export function rankOptions<Option extends SearchableOption>(
  options: readonly Option[],
  query: string,
): Option[] {
  const wanted = simplify(query);
  if (wanted === "") return [...options];
  const words = wanted.split(" ");
  return options
    .map((option) => ({ option, rank: rank(option, wanted, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ option }) => option);
}

function rank(option: SearchableOption, wanted: string, words: readonly string[]): number {
  const label = simplify(option.label);
  const text = `${label} ${simplify(option.keywords ?? "")} ${simplify(option.detail ?? "")}`;
  if (!words.every((word) => text.includes(word))) return 0;
  if (label.startsWith(wanted)) return 3;
  return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 2 : 1;
}

function simplify(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[_/\s,]+/gu, " ")
    .trim();
}
