import { createHash, randomBytes } from "node:crypto";

/** What a server asks for with `WWW-Authenticate: Digest` (RFC 7616 §3.3). */
export type Challenge = {
  realm: string;
  nonce: string;
  opaque: string | null;
  algorithm: "MD5" | "SHA-256";
  /** Whether it takes `qop=auth`; without it the old form of RFC 2069. */
  hasQop: boolean;
};

/** The first Digest challenge of a header that we can answer, or null: Basic, other algorithms, `auth-int` alone. */
export function digestChallenge(header: string): Challenge | null {
  const [, parameters] = /(?:^|,)\s*Digest\s+(.*)$/is.exec(header) ?? [];
  const found = new Map(
    [...(parameters ?? "").matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)].map(
      ([, name = "", quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ""],
    ),
  );
  const [realm, nonce] = [found.get("realm"), found.get("nonce")];
  const algorithm = (found.get("algorithm") ?? "MD5").toUpperCase();
  const qop = found.get("qop")?.split(",") ?? [];
  if (realm === undefined || nonce === undefined) {
    return null;
  }
  if ((algorithm !== "MD5" && algorithm !== "SHA-256") || (qop.length > 0 && !offersAuth(qop))) {
    return null;
  }
  return {
    realm,
    nonce,
    opaque: found.get("opaque") ?? null,
    algorithm,
    hasQop: qop.length > 0,
  };
}

const offersAuth = (qop: string[]): boolean =>
  qop.some((each) => each.trim().toLowerCase() === "auth");

/** The `Authorization` header that answers a challenge for one request (RFC 7616 §3.4), by a client nonce of its own. */
export function digestAuthorization(
  challenge: Challenge,
  { username, password }: { username: string; password: string },
  { method, uri }: { method: string; uri: string },
): string {
  const { realm, nonce, opaque, algorithm, hasQop } = challenge;
  const hash = (text: string) =>
    createHash(algorithm === "MD5" ? "md5" : "sha256")
      .update(text)
      .digest("hex");
  const clientNonce = randomBytes(16).toString("hex");
  const person = hash(`${username}:${realm}:${password}`);
  const request = hash(`${method}:${uri}`);
  const proof = hasQop ? `${nonce}:00000001:${clientNonce}:auth:${request}` : `${nonce}:${request}`;
  const parts = [
    `username="${quotable(username)}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${uri}"`,
    `algorithm=${algorithm}`,
    ...(hasQop ? ["qop=auth", "nc=00000001", `cnonce="${clientNonce}"`] : []),
    `response="${hash(`${person}:${proof}`)}"`,
    ...(opaque === null ? [] : [`opaque="${opaque}"`]),
  ];
  return `Digest ${parts.join(", ")}`;
}

const quotable = (text: string): string => text.replaceAll(/["\\]/g, "\\$&");
