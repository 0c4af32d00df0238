import { isIP } from "node:net";
import { liesIn, plainAddress } from "./cidr";

/** Hops that a forwarded request may name: more is nobody's honest chain. */
const maxHops = 20;

/**
 * The address of who asks: the connection's own, or, where that is a trusted proxy, the last of those the proxies name
 * that is none of them. What anyone else wrote before that is not believed.
 * @param forwarded `X-Forwarded-For` as it came, nearest hop last
 * @param trusted the proxies' addresses, as `liesIn` takes them
 */
export function behindProxies(
  remoteAddress: string,
  forwarded: string,
  trusted: readonly string[],
): string {
  let address = plainAddress(remoteAddress);
  if (forwarded === "") {
    return address;
  }
  for (const text of forwarded.split(",").slice(-maxHops).toReversed()) {
    const hop = addressOf(text.trim());
    if (hop === null || !liesIn(trusted, address)) {
      break;
    }
    address = hop;
  }
  return address;
}

/** Some proxies write the port, too: `203.0.113.7:4711`, `[2001:db8::7]:4711`. */
function addressOf(hop: string): string | null {
  const address = /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
  return isIP(address) === 0 ? null : plainAddress(address);
}
