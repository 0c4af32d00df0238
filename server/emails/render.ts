import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";

export type Rendered = { subject: string; html: string; text: string };

/** A mail's HTML with the same in plain text, for readers that show no HTML. */
export async function renderEmail(subject: string, content: ReactElement): Promise<Rendered> {
  const html = await render(content);
  return { subject, html, text: toPlainText(html) };
}
