import type { LogoType } from "./schema";

export type ImageHeader = { mediaType: LogoType; widthPixels: number; heightPixels: number };

/** As many bytes as a PNG or WebP image needs to say how large it is. */
const headBytes = 30;

/**
 * What an image says of itself in its first bytes, whatever it is called: its type and its size in pixels. Null for what
 * is no PNG, JPEG or WebP image.
 */
export function readImageHeader(bytes: Buffer): ImageHeader | null {
  const head = Buffer.alloc(headBytes);
  bytes.copy(head);
  return pngHeader(head) ?? webpHeader(head) ?? jpegHeader(bytes);
}

const textAt = (bytes: Buffer, start: number): string => bytes.toString("latin1", start, start + 4);

/** The signature, and the first chunk, which must be IHDR (PNG, third edition, §5.2 and §11.2.1). */
function pngHeader(head: Buffer): ImageHeader | null {
  const begin = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  return head.subarray(0, begin.length).equals(begin)
    ? {
        mediaType: "image/png",
        widthPixels: head.readUInt32BE(16),
        heightPixels: head.readUInt32BE(20),
      }
    : null;
}

/** RFC 9649: a lossy, lossless or extended file says its size in a form of its own each. */
function webpHeader(head: Buffer): ImageHeader | null {
  if (textAt(head, 0) !== "RIFF" || textAt(head, 8) !== "WEBP") {
    return null;
  }
  const sized = (widthPixels: number, heightPixels: number): ImageHeader => ({
    mediaType: "image/webp",
    widthPixels,
    heightPixels,
  });
  const chunk = textAt(head, 12);
  if (chunk === "VP8 " && head.readUIntBE(23, 3) === 0x9d012a) {
    return sized(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff);
  }
  if (chunk === "VP8L" && head.readUInt8(20) === 0x2f) {
    const bits = head.readUInt32LE(21);
    return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  return chunk === "VP8X" ? sized(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1) : null;
}

/** Segment after segment to the frame's header (ITU T.81, annex B): baseline, extended or progressive, as browsers show. */
function jpegHeader(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 2 || bytes.readUInt16BE(0) !== 0xffd8) {
    return null;
  }
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker >= 0xc0 && marker <= 0xc2) {
      const [heightPixels, widthPixels] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { mediaType: "image/jpeg", widthPixels, heightPixels };
    }
    // 0xff before a marker fills up; with 0xda the picture itself begins.
    if (marker === 0xda) {
      return null;
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
