import { isIP } from "node:net";

/** Where outgoing calls may go. */
export type Rules = {
  /** For development: http, and addresses of the machine's own and of private networks. */
  allowPrivate: boolean;
  /** Ports that may be called, unless private addresses may. */
  ports: readonly number[];
};

const schemePorts: Partial<Record<string, number>> = { "https:": 443, "http:": 80 };

/** What is wrong with the form of an address, or null. The host's own addresses are another matter (connect.ts). */
export function addressProblem(text: string, { allowPrivate, ports }: Rules): string | null {
  if (!URL.canParse(text)) {
    return "must be a web address such as https://example.com/hooks";
  }
  const url = new URL(text);
  const schemePort = schemePorts[url.protocol];
  if (schemePort === undefined || (url.protocol === "http:" && !allowPrivate)) {
    return "must begin with https://";
  }
  if (url.username !== "" || url.password !== "") {
    return "must not hold a user name or password";
  }
  if (url.hash !== "") {
    return "must not have a fragment (#…)";
  }
  const port = url.port === "" ? schemePort : Number(url.port);
  if (!allowPrivate && !ports.includes(port)) {
    return `must use port ${ports.join(" or ")}`;
  }
  return null;
}

/** The host of an address as sockets take it: without the brackets of an IPv6 one. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, "$1");

/** Whether the host is an address, which nobody looks up. */
export const isLiteral = (host: string): boolean => isIP(host) !== 0;
