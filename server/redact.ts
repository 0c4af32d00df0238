/** More of a key than its prefix, by which people tell keys apart: `keyPrefix` of server/api-keys/key.ts. */
const keys = /ac_(live|test)_k1_[0-9A-Za-z]{5,}/g;

/**
 * The text without API keys that somebody put where none belong: a title, a path, a request id. What is kept for people
 * to read later shows no more of a key than its prefix.
 */
export const withoutKeys = (text: string): string =>
  text.includes("_k1_") ? text.replaceAll(keys, "ac_$1_k1_[redacted]") : text;
