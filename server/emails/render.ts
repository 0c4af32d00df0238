import { toPlainText } from "@react-email/render";
import type { ReactElement } from "react";

/** What mail readers' engines expect. */
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

export type Rendered = { subject: string; html: string; text: string };

/** A mail's HTML with the same in plain text, for readers that show no HTML. */
export async function renderEmail(subject: string, content: ReactElement): Promise<Rendered> {
  // Its own `render` takes four times as long, for streams that no mail needs. Next refuses a static import of it.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = `${doctype}${renderToStaticMarkup(content)}`;
  return { subject, html, text: toPlainText(html) };
}
