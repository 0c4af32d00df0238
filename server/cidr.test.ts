import { expect, test } from "vitest";
import { blockLiesIn, liesIn, normalCidr, plainAddress } from "./cidr";

test.each([
  ["203.0.113.7", "203.0.113.7/32"],
  ["10.0.0.0/8", "10.0.0.0/8"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["2001:DB8::/32", "2001:db8::/32"],
  ["::1", "::1/128"],
])("%s is the block %s", (text, cidr) => {
  expect(normalCidr(text)).toBe(cidr);
});

test.each([
  "",
  "10.0.0.0/33",
  "::/129",
  "10.0.0/8",
  "localhost",
  "10.0.0.0/-1",
  "10.0.0.0/8/8",
  "fe80::1%eth0",
  "10.0.0.0/",
])("%j is no block", (text) => {
  expect(normalCidr(text)).toBeNull();
});

test.each([
  [["10.0.0.0/8"], "10.255.0.1", true],
  [["10.0.0.0/8"], "11.0.0.0", false],
  [["10.0.0.0/8"], "::ffff:10.1.2.3", true],
  [["192.168.0.0/16", "2001:db8::/32"], "2001:db8:1::1", true],
  [["2001:db8::/32"], "2001:db9::1", false],
  [["0.0.0.0/0"], "::1", false],
  [["0.0.0.0/0", "::/0"], "::1", true],
  [[], "10.0.0.1", false],
  [["10.0.0.0/8"], "unknown", false],
])("of %j, %s: %s", (cidrs, address, inside) => {
  expect(liesIn(cidrs, address)).toBe(inside);
});

test("an IPv4 address is itself in either kind of socket", () => {
  expect(plainAddress("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(plainAddress("203.0.113.7")).toBe("203.0.113.7");
  expect(plainAddress("2001:db8::1")).toBe("2001:db8::1");
});

test.each([
  [["10.0.0.0/8"], "10.1.0.0/16", true],
  [["10.0.0.0/8"], "10.0.0.0/8", true],
  [["10.0.0.0/8"], "10.0.0.0/7", false],
  [["10.0.0.0/8"], "11.0.0.0/16", false],
  [["10.0.0.7/8"], "10.9.9.9/32", true],
  [["10.0.0.0/9", "10.128.0.0/9"], "10.0.0.0/8", false],
  [["2001:db8::/32"], "2001:db8:1::/48", true],
  [["2001:db8::/32"], "2001::/16", false],
  [["0.0.0.0/0"], "::/0", false],
  [["203.0.113.0/24"], "::ffff:203.0.113.0/100", false],
  [["0.0.0.0/0", "::/0"], "::1/128", true],
  [[], "10.0.0.1/32", false],
])("of %j, the block %s: %s", (cidrs, block, inside) => {
  expect(blockLiesIn(cidrs, block)).toBe(inside);
});
