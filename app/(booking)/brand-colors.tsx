import { brandPalette, brandStyle } from "./brand-palette";

/** Gives a page its organization's colour, also what is rendered at the end of the body. */
export function BrandColors({ color }: { color: string }) {
  const palette = brandPalette(color);
  return palette === null ? null : <style>{brandStyle(palette)}</style>;
}
