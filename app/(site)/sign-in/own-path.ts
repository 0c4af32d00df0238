/** Stands for our own origin; what a path leads to elsewhere can be told from it. */
const here = "http://own.invalid";

/**
 * Where to go on after signing in: a path of ours, or `fallback`. An address given from outside must not lead to
 * another site ("//evil.example", "/\evil.example"), nor back to these pages.
 */
export function ownPath(asked: string | undefined, fallback: string): string {
  if (asked === undefined || !asked.startsWith("/") || !URL.canParse(asked, here)) return fallback;
  const url = new URL(asked, here);
  // A path that begins with two slashes, as "/.//evil.example" does once it is resolved, names a host.
  if (url.origin !== here || /^\/(\/|(sign-in|sign-up|api)(\/|$))/.test(url.pathname))
    return fallback;
  return url.pathname + url.search + url.hash;
}
