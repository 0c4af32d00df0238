import { isUuid } from "../ids";
import { findLogo } from "./read";

const sha256 = /^[0-9a-f]{64}$/;

/** Shows anybody the image at a logo's address, to be kept for ever; nothing else of its organization is told. */
export async function serveLogo(organizationId: string, hash: string): Promise<Response> {
  const isAddress = isUuid(organizationId) && sha256.test(hash);
  const logo = isAddress ? await findLogo(organizationId, hash) : null;
  if (logo === null) {
    return new Response("There is no such logo.", {
      status: 404,
      headers: { "cache-control": "no-store" },
    });
  }
  return new Response(logo.bytes, {
    headers: {
      "content-type": logo.mediaType,
      // A year, which all take for "for ever"; immutable: not even asked again on reload (RFC 8246).
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
