import { type Theme, themeColors } from "@/app/_components/theme";
import { pageId, propsId } from "./document-ids";
import type { HostedPageProps } from "./hosted-page";
import { languages } from "./words/language";

/** What others are told of a page: browsers' tabs, search engines, and whoever shows a link to it. */
export type Head = {
  title: string;
  description?: string;
  robots?: "noindex" | "noindex, nofollow";
  /** Of pages whose link is passed on. */
  share?: {
    /** Absolute, without a query. */
    address: string;
    siteName: string;
    /** Absolute; 1200 × 630 pixels. */
    image: string;
  };
};

/** The addresses of what browsers load (server/ops/hosted-pages.ts). */
export type Assets = { style: string; script: string; chunks: string[] };

export type DocumentProps = HostedPageProps & {
  head: Head;
  theme: Theme;
  /** Of this answer's content security policy. */
  nonce: string;
};

/** The document around a page that is rendered already. */
export function Document({
  head,
  theme,
  nonce,
  assets,
  html,
  ...props
}: DocumentProps & { assets: Assets; html: string }) {
  return (
    <html lang={props.spoken.language} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={assets.style} />
        {assets.chunks.map((chunk) => (
          <link key={chunk} rel="modulepreload" href={chunk} nonce={nonce} />
        ))}
        <script type="module" defer src={assets.script} nonce={nonce} />
        <HeadTags {...head} language={props.spoken.language} />
        <meta name="color-scheme" content="light dark" />
        {themeColors.map(({ media, color }) => (
          <meta key={media} name="theme-color" media={media} content={color} />
        ))}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      </head>
      <body>
        <div id={pageId} dangerouslySetInnerHTML={{ __html: html }} />
        <script
          id={propsId}
          type="application/json"
          dangerouslySetInnerHTML={{ __html: scriptJson(props) }}
        />
      </body>
    </html>
  );
}

/** JSON that no text in it can end, whatever an organizer or an invitee typed. */
const scriptJson = (value: HostedPageProps): string =>
  JSON.stringify(value).replaceAll("<", String.raw`\u003c`);

function HeadTags({ title, description, robots, share, language }: Head & { language: string }) {
  return (
    <>
      <title>{title}</title>
      {description !== undefined && <meta name="description" content={description} />}
      {robots !== undefined && <meta name="robots" content={robots} />}
      {share !== undefined && (
        <>
          <link rel="canonical" href={share.address} />
          {Object.keys(languages).map((tag) => (
            <link key={tag} rel="alternate" hrefLang={tag} href={`${share.address}?lang=${tag}`} />
          ))}
          <meta property="og:type" content="website" />
          <meta property="og:url" content={share.address} />
          <meta property="og:title" content={title} />
          <meta property="og:description" content={description} />
          <meta property="og:site_name" content={share.siteName} />
          <meta property="og:locale" content={language} />
          <meta property="og:image" content={share.image} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}
