import { createHook } from "node:async_hooks";
import { describe, expect, test } from "vitest";
import { tcpHost } from "../testing/hosts";
import { isPublicAddress } from "./address";
import { outgoingBy, type OutgoingRequest } from "./call";

/** Hosts that must not be called: what they are, written in every way that some parser reads as an address. */
const forbiddenHosts: Record<string, string[]> = {
  "this machine": [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "127.0.0.1.",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::0001]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[::ffff:0:127.0.0.1]",
  ],
  "no machine": ["0.0.0.0", "0", "0.1.2.3", "[::]", "255.255.255.255", "[100::1]"],
  "private networks": [
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.0.1",
    "192.168.1.1",
    "0xc0a80101",
    "3232235777",
    "[::ffff:10.0.0.1]",
    "[::ffff:c0a8:101]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fdff:ffff::1]",
    "[fec0::1]",
  ],
  "clouds' metadata": [
    "169.254.169.254",
    "169.254.170.2",
    "0xa9fea9fe",
    "2852039166",
    "169.254.43518",
    "[::ffff:169.254.169.254]",
    "[::169.254.169.254]",
    "[fe80::a9fe:a9fe]",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
  ],
  "shared, test and reserved blocks": [
    "100.64.0.1",
    "100.127.255.254",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.19.255.254",
    "198.51.100.1",
    "203.0.113.1",
    "192.31.196.1",
    "192.52.193.1",
    "192.175.48.1",
    "240.0.0.1",
    "[2001:db8::1]",
    "[2001:2::1]",
    "[2001:10::1]",
    "[2001:20::1]",
    "[3fff::1]",
    "[4000::1]",
    "[5f00::1]",
  ],
  "many machines": ["224.0.0.1", "239.255.255.255", "[ff02::1]", "[ff0e::1]"],
  "IPv4 addresses inside others": [
    "[2002:7f00:1::]",
    "[2002:a9fe:a9fe::]",
    "[2001:0:7f00:1::]",
    "[2001::1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::a00:1]",
  ],
  "this link": ["[fe80::1]", "[febf::1]"],
};

const publicAddresses = [
  "1.1.1.1",
  "8.8.8.8",
  "9.9.9.9",
  "93.184.215.14",
  "100.63.255.255",
  "100.128.0.1",
  "172.15.255.255",
  "172.32.0.1",
  "192.167.255.255",
  "192.169.0.1",
  "223.255.255.254",
  "2606:4700:4700::1111",
  "2001:4860:4860::8888",
  "2a00:1450:4001:81b::200e",
  "::ffff:8.8.8.8",
];

const strict = { allowPrivate: false, ports: [443] };
const post: OutgoingRequest = {
  method: "POST",
  headers: {},
  body: "{}",
  deadlineMs: 5_000,
  maxBytes: 1_024,
};

/** How many connections the process began while something was done. */
async function connectionsDuring(work: () => Promise<void>): Promise<number> {
  let begun = 0;
  const hook = createHook({
    init: (_id, type) => {
      begun += type === "TCPCONNECTWRAP" ? 1 : 0;
    },
  }).enable();
  await work().finally(() => hook.disable());
  return begun;
}

test("connections are counted by what counts them below", async () => {
  const port = await tcpHost((socket) => socket.end("HTTP/1.1 204 No Content\r\n\r\n"));
  const free = outgoingBy({ allowPrivate: true, ports: [] });
  const begun = await connectionsDuring(async () => {
    expect(await free.call(`http://127.0.0.1:${port}`, post)).toMatchObject({ status: 204 });
  });
  expect(begun).toBe(1);
});

describe.each(Object.entries(forbiddenHosts))("%s", (_, hosts) => {
  test.each(hosts)(
    "%s is refused on saving and on sending, and never connected to",
    async (host) => {
      // A name would be looked up as a public one: what is refused here is refused as an address.
      const outgoing = outgoingBy(strict, { resolve: async () => ["8.8.8.8"] });
      const url = `https://${host}/hooks`;
      const begun = await connectionsDuring(async () => {
        expect((await outgoing.check(url)).problem).toBe("must lead to a public address");
        const error = await outgoing.call(url, post).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({
          reason: "blocked",
          message: "The host's address is not a public one",
        });
      });
      expect(begun).toBe(0);
    },
  );

  test.each(hosts.flatMap((host) => new URL(`https://${host}`).hostname.replace(/^\[|\]$/g, "")))(
    "%s is refused as the address of a name, alone or among public ones",
    async (address) => {
      for (const addresses of [[address], ["8.8.8.8", address], [address, "8.8.8.8"]]) {
        const outgoing = outgoingBy(strict, { resolve: async () => addresses });
        const begun = await connectionsDuring(async () => {
          expect((await outgoing.check("https://example.com")).problem).toBe(
            "must lead to a public address",
          );
          const error = await outgoing.call("https://example.com", post).catch((thrown) => thrown);
          expect(error).toMatchObject({ reason: "blocked" });
        });
        expect(begun).toBe(0);
      }
    },
  );
});

test.each(publicAddresses)("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each(["", "example.com", "1.1.1", "1.1.1.1/32", "fe80::1%eth0", "::1%1", "8.8.8.8 "])(
  "%j is no address of anything public",
  (text) => {
    expect(isPublicAddress(text)).toBe(false);
  },
);

test("a name that was public when it was saved is refused when it is not any more (DNS rebinding)", async () => {
  const answers = [["8.8.8.8"], ["127.0.0.1"], ["10.0.0.7"]];
  const outgoing = outgoingBy(strict, { resolve: async () => answers.shift() ?? [] });
  const begun = await connectionsDuring(async () => {
    expect((await outgoing.check("https://rebind.example")).problem).toBeNull();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const error = await outgoing.call("https://rebind.example", post).catch((thrown) => thrown);
      expect(error).toMatchObject({ reason: "blocked" });
    }
  });
  expect({ begun, left: answers.length }).toEqual({ begun: 0, left: 0 });
});

test("a connection that came to be elsewhere than the look-up said is given up before anything is sent", async () => {
  let received = "";
  const port = await tcpHost((socket) => socket.on("data", (data) => (received += String(data))));
  // Allowed until it stands: as if the network had led it elsewhere.
  let asked = 0;
  const outgoing = outgoingBy(
    { allowPrivate: true, ports: [] },
    { resolve: async () => ["127.0.0.1"], allows: () => (asked += 1) === 1 },
  );
  const error = await outgoing.call(`http://name.example:${port}`, post).catch((thrown) => thrown);
  expect(error).toMatchObject({ reason: "blocked" });
  expect({ received, asked }).toEqual({ received: "", asked: 2 });
});

test("a name that cannot be looked up may be saved, and says so when it is called", async () => {
  const resolve = async () => {
    throw Object.assign(new Error("queryA ENOTFOUND"), { code: "ENOTFOUND" });
  };
  const outgoing = outgoingBy(strict, { resolve });
  expect((await outgoing.check("https://not-yet.example")).problem).toBeNull();
  const error = await outgoing.call("https://not-yet.example", post).catch((thrown) => thrown);
  expect(error).toMatchObject({ reason: "unresolved" });
});

describe("the form of an address", () => {
  const problems: [url: string, problem: string][] = [
    ["", "web address"],
    ["example.com/hooks", "web address"],
    ["//example.com", "web address"],
    ["https://", "web address"],
    ["https://exa mple.com", "web address"],
    ["https://999.1.1.1", "web address"],
    ["https://[::1", "web address"],
    ["http://example.com", "must begin with https://"],
    ["ftp://example.com", "must begin with https://"],
    ["file:///etc/passwd", "must begin with https://"],
    ["gopher://example.com", "must begin with https://"],
    ["javascript:alert(1)", "must begin with https://"],
    ["data:text/plain,x", "must begin with https://"],
    ["ws://example.com", "must begin with https://"],
    ["https://user@example.com", "user name or password"],
    ["https://user:password@example.com", "user name or password"],
    ["https://8.8.8.8@127.0.0.1", "user name or password"],
    ["https://example.com#there", "fragment"],
    ["https://example.com:80", "must use port 443"],
    ["https://example.com:22", "must use port 443"],
    ["https://example.com:6379", "must use port 443"],
    ["https://example.com:8443", "must use port 443"],
  ];
  test.each(problems)("%s is refused, saved or sent to", async (url, problem) => {
    const outgoing = outgoingBy(strict, { resolve: async () => ["8.8.8.8"] });
    const begun = await connectionsDuring(async () => {
      expect((await outgoing.check(url)).problem).toContain(problem);
      const error = await outgoing.call(url, post).catch((thrown) => thrown);
      expect(error).toMatchObject({ reason: "blocked" });
    });
    expect(begun).toBe(0);
  });

  test("may name the ports that the setting has", async () => {
    const outgoing = outgoingBy(
      { allowPrivate: false, ports: [443, 8443] },
      { resolve: async () => ["8.8.8.8"] },
    );
    expect((await outgoing.check("https://example.com:8443/x?y=z")).problem).toBeNull();
    expect((await outgoing.check("https://example.com:443")).problem).toBeNull();
    expect((await outgoing.check("https://example.com:80")).problem).toBe(
      "must use port 443 or 8443",
    );
  });
});
