import { describe, expect, it } from "vitest";
import { acceptedTags, chooseLanguage, inLanguage, languageOf } from "./language";

describe("the language of a page", () => {
  it("is the one that the address asks for, whatever the browser says", () => {
    expect(chooseLanguage(languageOf("ja"), "de-DE,de;q=0.9")).toBe("ja");
  });

  it("is the first that the visitor reads and we speak", () => {
    expect(chooseLanguage(null, "nl-NL,nl;q=0.9,fr-BE;q=0.8,en;q=0.7")).toBe("fr");
    expect(chooseLanguage(null, "en;q=0.2, de-AT;q=0.9")).toBe("de");
    expect(chooseLanguage(null, "de;q=0, es-MX;q=0.1")).toBe("es");
  });

  it.each([null, "", "*", "nl", ";;,", "q=1", "de;q=abc", `${"de-".repeat(9000)}x;q=-1`])(
    "is English when the browser says %j",
    (header) => {
      expect(chooseLanguage(null, header)).toBe("en");
    },
  );

  it("is found by tags of any region and case, and by nothing else", () => {
    expect(["de", "DE-at", " fr ", "ja-JP"].map(languageOf)).toEqual(["de", "de", "fr", "ja"]);
    const others = ["", "deutsch", "nl", "constructor", "__proto__", null, undefined];
    expect(others.map(languageOf)).toEqual(others.map(() => null));
  });

  it("is looked for among the first twenty tags of a header", () => {
    expect(acceptedTags("nl,".repeat(1000))).toHaveLength(20);
  });
});

describe("inLanguage", () => {
  it("takes a language that was asked for along, and adds none by itself", () => {
    expect(inLanguage("/manage/1?token=a%2Bb&new=1", "de")).toBe(
      "/manage/1?token=a%2Bb&new=1&lang=de",
    );
    expect(inLanguage("/acme/intro", null)).toBe("/acme/intro");
  });
});
