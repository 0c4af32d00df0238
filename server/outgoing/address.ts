import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Where IPv6 addresses that route in the internet are given out (IANA); all else is of special use, or nobody's. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Addresses that look public and are not: Azure's virtual public address of each machine's own host, and documentation's
 * newest block (RFC 9637).
 */
const exceptions = [ipaddr.parseCIDR("168.63.129.16/32"), ipaddr.parseCIDR("3fff::/20")];

/**
 * Whether an address is a host's of the public internet. An allow-list: what is not known to be public is not. An IPv4
 * address inside an IPv6 one (mapped) is judged as what it is; other ways of putting one there (6to4, Teredo, NAT64) are
 * refused whatever they hold.
 */
export function isPublicAddress(text: string): boolean {
  // A zone index (fe80::1%eth0) belongs to link-local addresses alone; ipaddr.js reads more than sockets do (1.1.1).
  if (isIP(text) === 0 || text.includes("%")) {
    return false;
  }
  const address = ipaddr.process(text);
  if (exceptions.some(([network, bits]) => isIn(address, network, bits))) {
    return false;
  }
  return (
    address.range() === "unicast" &&
    (address.kind() === "ipv4" || isIn(address, globalUnicast[0], globalUnicast[1]))
  );
}

type Address = ReturnType<typeof ipaddr.parse>;

const isIn = (address: Address, network: Address, bits: number): boolean =>
  address.kind() === network.kind() && address.match(network, bits);
