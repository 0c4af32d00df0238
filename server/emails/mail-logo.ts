import { type LogoFacts, logoUrl } from "../organizations/logo";

/** A logo as mails show it; width and height in CSS pixels. */
export type MailLogo = { url: string; width: number; height: number };

const mostWidth = 200;
const mostHeight = 40;

/** The logo small enough for a mail's head, and never larger than it is. */
export function mailLogo(organizationId: string, logo: LogoFacts | null): MailLogo | null {
  const url = logoUrl(organizationId, logo);
  if (logo === null || url === null) {
    return null;
  }
  const { widthPixels, heightPixels } = logo;
  const scale = Math.min(1, mostWidth / widthPixels, mostHeight / heightPixels);
  const scaled = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  return { url, width: scaled(widthPixels), height: scaled(heightPixels) };
}
