import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { type Assets, Document, type DocumentProps } from "./document";
import { HostedPage } from "./hosted-page";

/** Written in by the bundler. */
declare const hostedAssets: Assets;

/** A hosted page as HTML, complete. */
export function renderDocument(props: DocumentProps): string {
  const { content, spoken, address } = props;
  const html = renderToString(<HostedPage content={content} spoken={spoken} address={address} />);
  return `<!doctype html>${renderToStaticMarkup(<Document {...props} assets={hostedAssets} html={html} />)}`;
}
