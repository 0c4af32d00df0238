/** Longer ones are allowed, but nobody types or remembers them. */
const maxSuggestedLength = 60;

/** Letters that have no decomposition into a Latin letter and marks. */
const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/** The last part of an address for a title: "Café & crème: 30 min" → "cafe-creme-30-min"; "" where nothing is left. */
export function suggestSlug(title: string): string {
  const words = title
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => spelled[letter] ?? letter)
    .replaceAll(/['’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, maxSuggestedLength) : `${slug}-${word}`;
    if (longer.length > maxSuggestedLength) break;
    slug = longer;
  }
  return slug;
}
