/** Latin and Cyrillic letters and the signs between them that next/og's own font, Geist, has. */
const known =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u0113\u0116-\u012B\u012E-\u0137\u0139-\u013E\u0141-\u0148\u0150-\u017E\u0400-\u045F\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u20AC\u2122]*$/u;

/**
 * Whether next/og draws a text by itself. For whatever else, emoji among it, it would ask Google or a CDN for a font, and
 * tell them what is booked here.
 */
export const isDrawable = (text: string): boolean => known.test(text.normalize("NFC"));
