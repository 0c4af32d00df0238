import { describe, expect, it } from "vitest";
import { dictionaries } from "./dictionaries";
import { en } from "./en";
import { fill, plural } from "./fill";

type Entry = [path: string, text: string];

/** Every text of a dictionary by its path; of plural forms, each by its own. */
function textsOf(value: unknown, path = ""): Entry[] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(Object(value)).flatMap(([name, each]) => textsOf(each, `${path}.${name}`));
}

const blanksOf = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/gu)].map(([blank]) => blank).toSorted();
/** Of plural forms, the one that every language has. */
const base = (path: string) => path.replace(/\.(?:zero|one|two|few|many)$/u, ".other");
const english = new Map(textsOf(en));

describe.each(["de", "fr", "es", "ja"] as const)("the dictionary %s", (language) => {
  const texts = textsOf(dictionaries[language]);

  it("has the blanks that are filled in, and no others", () => {
    for (const [path, text] of texts) {
      // "1 freier Termin" may do without its number.
      if (path.endsWith(".one")) continue;
      expect([path, blanksOf(text)]).toEqual([path, blanksOf(english.get(base(path)) ?? "")]);
    }
  });

  it("says nothing with an empty text", () => {
    expect(texts.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("leaves no sentence in English", () => {
    // Of one word, such as "Optional", some are the same in two languages.
    const isSentence = (text: string) =>
      (text.replaceAll(/\{\w+\}/gu, "").match(/\p{L}{3,}/gu) ?? []).length > 1;
    const same = texts.filter(([path, text]) => isSentence(text) && english.get(path) === text);
    expect(same).toEqual([]);
  });
});

describe("plural", () => {
  it("has a form for every number in every language, without blanks left", () => {
    for (const language of ["en", "de", "fr", "es", "ja"] as const) {
      const { free, spots, zonesFound } = dictionaries[language].time;
      for (const forms of [free, spots, zonesFound]) {
        for (const count of [0, 2, 5, 21, 1_000_000]) {
          const text = plural(forms, count, language);
          expect(text).toContain(String(count));
          expect(text).not.toMatch(/[{}]/u);
        }
      }
    }
    expect(plural(dictionaries.de.time.free, 1, "de")).toBe("1 freier Termin");
    expect(plural(dictionaries.de.time.free, 2, "de")).toBe("2 freie Termine");
    expect(plural(dictionaries.fr.time.free, 0, "fr")).toBe("0 créneau libre");
    expect(plural(dictionaries.ja.time.free, 1, "ja")).toBe("空き1件");
  });
});

describe("fill", () => {
  it("puts values in as they are, also those that look like blanks or patterns", () => {
    expect(fill("{a} and {b}", { a: "{b}", b: "$&" })).toBe("{b} and $&");
  });
});
