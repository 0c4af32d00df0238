export const embedModes = ["inline", "popup"] as const;
export type EmbedMode = (typeof embedModes)[number];
export const embedThemes = ["auto", "light", "dark"] as const;
export type EmbedTheme = (typeof embedThemes)[number];

type Embedded = {
  id: string;
  /** The hosted page: where a visitor goes whose browser runs no scripts. */
  booking_url: string;
};

/** The lines of HTML that put an event type into a page. */
export function embedSnippet(
  { id, booking_url }: Embedded,
  { mode, theme }: { mode: EmbedMode; theme: EmbedTheme },
): string {
  const attributes = [
    `data-astrocal-event-type="${id}"`,
    ...(mode === "popup" ? ['data-astrocal-mode="popup"'] : []),
    ...(theme === "auto" ? [] : [`data-astrocal-theme="${theme}"`]),
  ].join(" ");
  const link = (own: string) => `<a href="${escaped(booking_url)}"${own}>Book a time</a>`;
  const element =
    mode === "popup" ? link(` ${attributes}`) : `<div ${attributes}>\n  ${link("")}\n</div>`;
  const script = `<script async src="${new URL(booking_url).origin}/widget/v1/astrocal.js"></script>`;
  return `${element}\n${script}`;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
