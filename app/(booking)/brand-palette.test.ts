import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { brandPalette, type BrandPalette, brandStyle, contrast, inkOn } from "./brand-palette";

const colors = integer({ min: 0, max: 0xffffff }).map(
  (color) => `#${color.toString(16).padStart(6, "0")}`,
);

const grounds = {
  light: ["#fafafb", "#ffffff", "#f4f4f7", "#f0f0f4"],
  dark: ["#0d0e11", "#14151a", "#1b1c22", "#22232a"],
} as const;

/** Every pair of a colour and what it stands on, with the least contrast that it needs. */
function needs(palette: BrandPalette, theme: "light" | "dark"): [string, string, number][] {
  const of = (name: keyof BrandPalette) => palette[name][theme];
  const surface = theme === "light" ? "#ffffff" : "#14151a";
  return [
    [of("on-accent"), of("accent"), 4.5],
    [of("on-accent"), of("accent-hover"), 4.5],
    [of("accent"), surface, 3],
    [of("accent-text"), of("accent-soft"), 4.5],
    ...grounds[theme].map((ground): [string, string, number] => [of("accent-text"), ground, 4.5]),
    ...grounds[theme].map((ground): [string, string, number] => [of("ring"), ground, 3]),
  ];
}

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#ff0000", "#ffffff", 4],
  ])("of %s and %s is %d, as WCAG counts it", (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });
});

describe("an organization's colour", () => {
  it("can be read and seen on its pages, in light and in dark, whatever it is", () => {
    const check = (color: string) => {
      const palette = brandPalette(color);
      for (const theme of ["light", "dark"] as const) {
        for (const [front, back, least] of palette === null ? [] : needs(palette, theme)) {
          expect(contrast(front, back)).toBeGreaterThanOrEqual(least);
        }
      }
    };
    for (const extreme of ["#000000", "#ffffff", "#ffff00", "#0000ff", "#00ff00", "#808080"]) {
      check(extreme);
    }
    assert(property(colors, check), { numRuns: 500 });
  });

  it("is used as it is where it may be", () => {
    expect(brandPalette("#0f766e")?.accent.light).toBe("#0f766e");
    expect(brandPalette("#f5b02e")?.accent.dark).toBe("#f5b02e");
    expect(brandPalette("#0f766e")?.["on-accent"].light).toBe("#ffffff");
    expect(brandPalette("#f5b02e")?.["on-accent"].dark).toBe("#000000");
  });

  it("leaves the product's own palette alone", () => {
    expect(brandPalette("#4b3fd6")).toBeNull();
  });

  it("is written as names and digits alone", () => {
    assert(
      property(colors, (color) => {
        const palette = brandPalette(color);
        const style = palette === null ? ":root{}" : brandStyle(palette);
        expect(style).toMatch(/^:root\{[a-z0-9#(),:;-]*\}$/u);
      }),
    );
  });
});

describe("inkOn", () => {
  it("is legible on every colour", () => {
    assert(property(colors, (color) => contrast(inkOn(color), color) >= 4.5));
  });
});
