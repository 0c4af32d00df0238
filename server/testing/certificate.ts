import { generateKeyPairSync, sign } from "node:crypto";

const tagged = (tag: number, ...parts: Uint8Array[]): Uint8Array => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: Uint8Array[]) => tagged(0x30, ...parts);
const bytes = (hex: string) => Buffer.from(hex, "hex");
const commonName = (name: string) =>
  sequence(tagged(0x31, sequence(tagged(0x06, bytes("550403")), tagged(0x0c, Buffer.from(name)))));
const utcTime = (atMs: number) =>
  tagged(0x17, Buffer.from(`${new Date(atMs).toISOString().replaceAll(/\D/g, "").slice(2, 14)}Z`));

const dayMs = 86_400_000;

/** A certificate for a host name, signed by itself (X.509, RFC 5280), with its key; both in PEM. */
export function selfSigned(
  host: string,
  { validForMs = dayMs }: { validForMs?: number } = {},
): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = sequence(tagged(0x06, bytes("2a8648ce3d040302")));
  const subjectAltName = tagged(0x06, bytes("551d11"));
  const extension = sequence(
    subjectAltName,
    tagged(0x04, sequence(tagged(0x82, Buffer.from(host)))),
  );
  const toBeSigned = sequence(
    tagged(0xa0, tagged(0x02, bytes("02"))),
    tagged(0x02, bytes("01")),
    ecdsaWithSha256,
    commonName(host),
    sequence(utcTime(Date.now() - 2 * dayMs), utcTime(Date.now() + validForMs)),
    commonName(host),
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(extension)),
  );
  const signature = tagged(0x03, Buffer.from([0]), sign("sha256", toBeSigned, privateKey));
  const base64 = Buffer.from(sequence(toBeSigned, ecdsaWithSha256, signature)).toString("base64");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
