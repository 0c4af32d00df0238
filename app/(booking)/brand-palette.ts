/** Red, green and blue, each 0..255. */
type Rgb = readonly [number, number, number];

/** A colour for pages in light and in dark: what CSS calls light-dark(). */
type Pair = { light: string; dark: string };

/** What an organization's colour becomes on its pages; the names are those of app/globals.css. */
export type BrandPalette = Record<
  "accent" | "accent-hover" | "on-accent" | "accent-text" | "accent-soft" | "ring",
  Pair
>;

/** The product's own colour, whose palette in app/globals.css is chosen by eye. */
const own = "#4b3fd6";

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** Of the grounds in app/globals.css the surface, and the one on which this theme's words are hardest to read. */
const grounds = {
  light: { surface: white, worst: [240, 240, 244], away: black },
  dark: { surface: [20, 21, 26], worst: [34, 35, 42], away: white },
} as const satisfies Record<string, Record<string, Rgb>>;

// WCAG 2.2: 1.4.3 for words, 1.4.11 for what one has to see to use a page.
const legible = 4.5;
const visible = 3;

/**
 * An organization's colour where it can be read and seen, and else the nearest shade of it that can (WCAG 2.2 AA); null
 * for the product's own.
 * @param hex `#rrggbb`
 */
export function brandPalette(hex: string): BrandPalette | null {
  if (hex === own) return null;
  const [light, dark] = [paletteIn("light", parse(hex)), paletteIn("dark", parse(hex))];
  const pair = (name: keyof typeof light): Pair => ({ light: light[name], dark: dark[name] });
  return {
    accent: pair("accent"),
    "accent-hover": pair("accent-hover"),
    "on-accent": pair("on-accent"),
    "accent-text": pair("accent-text"),
    "accent-soft": pair("accent-soft"),
    ring: pair("ring"),
  };
}

/** The palette as a style sheet: names of ours and digits alone. */
export function brandStyle(palette: BrandPalette): string {
  const lines = Object.entries(palette).map(
    ([name, { light, dark }]) => `--color-${name}:light-dark(${light},${dark})`,
  );
  return `:root{${lines.join(";")}}`;
}

/** White or black, whichever is easier to read on a colour. @param hex `#rrggbb` */
export const inkOn = (hex: string): string => write(readableOn(parse(hex)));

/** How far apart two colours are in brightness, 1..21 (WCAG 2.2, "contrast ratio"). @param a, b `#rrggbb` */
export const contrast = (a: string, b: string): number => ratio(parse(a), parse(b));

function paletteIn(theme: keyof typeof grounds, color: Rgb) {
  const { surface, worst, away } = grounds[theme];
  const accent = shade(color, away, [[surface, visible]]);
  const ink = readableOn(accent);
  const soft = rounded(mix(surface, color, theme === "light" ? 0.1 : 0.22));
  return {
    accent: write(accent),
    // Away from the ink, so that it stays as legible.
    "accent-hover": write(mix(accent, ink === white ? black : white, 0.14)),
    "on-accent": write(ink),
    "accent-text": write(
      shade(color, away, [
        [worst, legible],
        [soft, legible],
      ]),
    ),
    "accent-soft": write(soft),
    ring: write(shade(color, away, [[worst, visible]])),
  };
}

/** One of the two always reaches 4.58:1. */
const readableOn = (color: Rgb): Rgb => (ratio(white, color) >= legible ? white : black);

/** The colour, taken as little towards `away` as it must to keep its distance from every ground. */
function shade(color: Rgb, away: Rgb, wanted: readonly (readonly [Rgb, number])[]): Rgb {
  for (let step = 0; step < 100; step += 1) {
    const candidate = rounded(mix(color, away, step / 100));
    if (wanted.every(([ground, least]) => ratio(candidate, ground) >= least)) return candidate;
  }
  return away;
}

const mix = (from: Rgb, to: Rgb, part: number): Rgb => [
  from[0] + (to[0] - from[0]) * part,
  from[1] + (to[1] - from[1]) * part,
  from[2] + (to[2] - from[2]) * part,
];

const rounded = ([red, green, blue]: Rgb): Rgb => [
  Math.round(red),
  Math.round(green),
  Math.round(blue),
];

function ratio(a: Rgb, b: Rgb): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function parse(hex: string): Rgb {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

const write = (color: Rgb): string =>
  `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
