/** A booking page's address as one reads it aloud: "book.example/acme/intro-call". */
export const shownAddress = (bookingUrl: string): string =>
  bookingUrl.replace(/^https?:\/\//, "").replace(/\?.*$/, "");

/** Its part after the host, "/acme/intro-call": what tells one page from another where there is little room. */
export const shownPath = (bookingUrl: string): string =>
  shownAddress(bookingUrl).replace(/^[^/]*/, "");

/** What the address of a page with another slug would be; keeps what follows the slug ("?mode=test"). */
export function addressWithSlug(bookingUrl: string, slug: string): string {
  return bookingUrl.replace(/[^/?]*(?=\?|$)/, () => slug);
}
