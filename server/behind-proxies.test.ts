import { expect, test } from "vitest";
import { behindProxies } from "./behind-proxies";

const nobody: string[] = [];
const proxies = ["10.0.0.0/8", "2001:db8:ffff::/48"];

test.each([
  ["a bare header is not believed", "198.51.100.9", "203.0.113.7", nobody, "198.51.100.9"],
  ["nor one from outside the proxies", "198.51.100.9", "203.0.113.7", proxies, "198.51.100.9"],
  ["a proxy's word is", "10.0.0.1", "203.0.113.7", proxies, "203.0.113.7"],
  [
    "through a chain of proxies",
    "10.0.0.1",
    "203.0.113.7, 10.0.0.3, 10.0.0.2",
    proxies,
    "203.0.113.7",
  ],
  [
    "what the caller wrote before them is not",
    "10.0.0.1",
    "192.0.2.1, 203.0.113.7",
    proxies,
    "203.0.113.7",
  ],
  [
    "not even the name of a proxy",
    "10.0.0.1",
    "10.0.0.9, 203.0.113.7, 10.0.0.2",
    proxies,
    "203.0.113.7",
  ],
  ["a caller inside the proxies' network is itself", "10.0.0.1", "10.0.0.9", proxies, "10.0.0.9"],
  ["without the header it is the proxy", "10.0.0.1", "", proxies, "10.0.0.1"],
  ["spaces do not matter", "10.0.0.1", "  203.0.113.7 ,10.0.0.2  ", proxies, "203.0.113.7"],
  ["an empty hop ends the chain", "10.0.0.1", "203.0.113.7, , 10.0.0.2", proxies, "10.0.0.2"],
  ["a port is left out", "10.0.0.1", "203.0.113.7:4711, 10.0.0.2:80", proxies, "203.0.113.7"],
  ["an IPv6 port, too", "10.0.0.1", "[2001:db8::7]:4711", proxies, "2001:db8::7"],
  ["IPv6", "2001:db8:ffff::1", "2001:db8::7", proxies, "2001:db8::7"],
  ["IPv6 from outside", "2001:db8:fffe::1", "2001:db8::7", proxies, "2001:db8:fffe::1"],
  ["an IPv4 proxy on an IPv6 socket", "::ffff:10.0.0.1", "203.0.113.7", proxies, "203.0.113.7"],
  ["an IPv4 hop in IPv6 words", "10.0.0.1", "::ffff:203.0.113.7", proxies, "203.0.113.7"],
  [
    "an IPv4 caller on an IPv6 socket",
    "::ffff:198.51.100.9",
    "203.0.113.7",
    nobody,
    "198.51.100.9",
  ],
])("%s: from %s, forwarded for %j", (_, remote, forwarded, trusted, address) => {
  expect(behindProxies(remote, forwarded, trusted)).toBe(address);
});

test.each(["unknown", "_hidden", "203.0.113.7x", "<script>", "127.1", "1.2.3.4.5"])(
  "a hop that is no address (%j) is nobody's: the proxy that named it answers for it",
  (garbage) => {
    expect(behindProxies("10.0.0.1", garbage, proxies)).toBe("10.0.0.1");
    expect(behindProxies("10.0.0.1", `192.0.2.1, ${garbage}, 10.0.0.2`, proxies)).toBe("10.0.0.2");
  },
);

test("a header that is as long as can be is read in no time, and its nearest hops alone", () => {
  const chain = Array.from({ length: 5_000 }, () => "10.0.0.2").join(",");
  expect(behindProxies("10.0.0.1", `203.0.113.7,${chain}`, proxies)).toBe("10.0.0.2");
});
