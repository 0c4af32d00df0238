import { createContext, useContext, useEffect, useState } from "react";

/** Path and query that the server was asked for, for what it renders. */
export const AddressContext = createContext("/");

const listeners = new Set<() => void>();

/** Path and query of the page as they are now: Back, Forward and `changeAddress` change them. */
export function useAddress(): { path: string; query: URLSearchParams } {
  const [address, setAddress] = useState(useContext(AddressContext));
  useEffect(() => {
    const read = () => setAddress(window.location.pathname + window.location.search);
    listeners.add(read);
    window.addEventListener("popstate", read);
    return () => {
      listeners.delete(read);
      window.removeEventListener("popstate", read);
    };
  }, []);
  const { pathname, searchParams } = new URL(address, "http://own.invalid");
  return { path: pathname, query: searchParams };
}

/**
 * Changes the query without asking the server for anything; null takes a parameter away.
 * @param how whether Back leads to what was before
 */
export function changeAddress(
  how: "push" | "replace",
  changes: Readonly<Record<string, string | null>>,
) {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  window.history[how === "push" ? "pushState" : "replaceState"](null, "", url);
  for (const listener of listeners) listener();
}
