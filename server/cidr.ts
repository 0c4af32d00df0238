import { BlockList, isIP } from "node:net";

const families = { 4: "ipv4", 6: "ipv6" } as const;
const widths = { 4: 32, 6: 128 } as const;

function familyOf(address: string): 4 | 6 | null {
  const family = isIP(address);
  return family === 4 || family === 6 ? family : null;
}

/** An IPv4 address as IPv6 sockets say it (`::ffff:203.0.113.7`) is that IPv4 address. */
export const plainAddress = (address: string): string =>
  /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

/**
 * A block of addresses in one form: `203.0.113.7` becomes `203.0.113.7/32`. Null for what is no address with an
 * optional prefix length.
 */
export function normalCidr(text: string): string | null {
  const [, address = "", length] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = familyOf(address);
  if (family === null) {
    return null;
  }
  const width = widths[family];
  const prefix = length === undefined ? width : Number(length);
  return prefix > width ? null : `${address.toLowerCase()}/${prefix}`;
}

/** Whether an address lies in one of these blocks, each in the form that `normalCidr` gives. */
export function liesIn(cidrs: readonly string[], address: string): boolean {
  const plain = plainAddress(address);
  const family = familyOf(plain);
  if (family === null) {
    return false;
  }
  const blocks = new BlockList();
  for (const cidr of cidrs) {
    const [network = "", prefix = ""] = cidr.split("/");
    blocks.addSubnet(network, Number(prefix), families[familyOf(network) ?? 4]);
  }
  return blocks.check(plain, families[family]);
}

/** Whether a whole block lies in one of these, each in the form that `normalCidr` gives. */
export function blockLiesIn(cidrs: readonly string[], block: string): boolean {
  const [network = "", prefix = ""] = block.split("/");
  return cidrs.some((cidr) => {
    const [outer = "", outerPrefix = ""] = cidr.split("/");
    return (
      familyOf(outer) === familyOf(network) &&
      Number(prefix) >= Number(outerPrefix) &&
      liesIn([cidr], network)
    );
  });
}
