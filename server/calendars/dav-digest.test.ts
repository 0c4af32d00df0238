import { expect, test } from "vitest";
import { digestAuthorization, digestChallenge } from "./dav-digest";

test("a challenge is read from among others, quoted or not", () => {
  const header = `Basic realm="a", Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf", opaque="FQhe"`;
  expect(digestChallenge(header)).toEqual({
    realm: "http-auth@example.org",
    nonce: "7ypf",
    opaque: "FQhe",
    algorithm: "SHA-256",
    hasQop: true,
  });
  expect(digestChallenge('Basic realm="a"')).toBeNull();
  expect(digestChallenge("")).toBeNull();
});

test("the answer without qop is the one that RFC 2069 gives", () => {
  // RFC 2617 §3.5's person and request, without its qop: by RFC 2069 §2.1.2's own formula, computed with another tool.
  const challenge = {
    realm: "testrealm@host.com",
    nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093",
    opaque: null,
    algorithm: "MD5" as const,
    hasQop: false,
  };
  const person = { username: "Mufasa", password: "Circle Of Life" };
  const header = digestAuthorization(challenge, person, { method: "GET", uri: "/dir/index.html" });
  expect(header).toContain('response="670fd8c2df070c60b045671b8b24ff02"');
});
