export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The cookie that outlives the visit; the root layout turns it into `<html data-theme>`. */
export const themeCookie = "astrocal_theme";

/** "system" for anything else than a theme, such as a cookie that was never set. */
export function parseTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}

/** What a browser paints around a page, as `--color-canvas` (app/design.css). */
export const themeColors = [
  { media: "(prefers-color-scheme: light)", color: "#fafafb" },
  { media: "(prefers-color-scheme: dark)", color: "#0d0e11" },
] as const;
