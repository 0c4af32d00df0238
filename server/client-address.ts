import type { IncomingMessage } from "node:http";
import { liesIn, plainAddress } from "./cidr";
import { env } from "./env";

/** Hops that a forwarded request may name: more is nobody's honest chain. */
const maxHops = 20;

/**
 * The caller's network address: the connection's own, or, where that is a trusted proxy (`TRUSTED_PROXIES`), the last
 * address of `X-Forwarded-For` that is none. What anyone else writes into that header is not believed.
 */
export function clientAddress(request: IncomingMessage): string | null {
  const { remoteAddress } = request.socket;
  const forwarded = request.headers["x-forwarded-for"];
  return remoteAddress === undefined
    ? null
    : behindProxies(remoteAddress, String(forwarded ?? ""), env.TRUSTED_PROXIES);
}

/** See `clientAddress`. @param forwarded the header as it came, nearest hop last */
export function behindProxies(
  remoteAddress: string,
  forwarded: string,
  trusted: readonly string[],
): string {
  const hops = forwarded.split(",").map((hop) => hop.trim());
  let address = plainAddress(remoteAddress);
  for (const hop of hops.toReversed().slice(0, maxHops)) {
    if (hop === "" || !liesIn(trusted, address)) {
      break;
    }
    address = plainAddress(hop);
  }
  return address;
}
