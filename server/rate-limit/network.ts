import { isIPv6 } from "node:net";

/** 16-bit groups of an IPv6 address that name a network of one customer: 64 bits (RFC 6177, RFC 4291 §2.5.1). */
const networkGroups = 4;

/**
 * What counts as one caller: an IPv4 address, or the /64 network of an IPv6 one, since whoever has one IPv6 address can
 * use 2^64 of them.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) {
    return address;
  }
  const [plain = ""] = address.split("%", 1);
  // The URL parser writes each address in one form, an IPv4 tail in hexadecimal too.
  const canonical = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const groupsOf = (text: string) => (text === "" ? [] : text.split(":"));
  const [before, after] = [groupsOf(head), groupsOf(tail ?? "")];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${groups.slice(0, networkGroups).join(":")}::/64`;
}
