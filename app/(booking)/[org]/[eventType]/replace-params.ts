/** Changes the page's address without asking the server for anything; null takes a parameter away. */
export function replaceParams(changes: Readonly<Record<string, string | null>>) {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  window.history.replaceState(null, "", url);
}
