import { randomBytes, randomFillSync } from "node:crypto";

const pool = Buffer.alloc(16 * 128);
let offset = pool.length;
let lastMs = 0;
let counter = 0;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * A UUID v7 (RFC 9562 §5.7): 48 bits of milliseconds, a 12-bit counter that keeps ids of one process
 * and millisecond in order (method 1 of §6.2), and 62 random bits.
 */
export function newId(): string {
  if (offset === pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  const bytes = pool.subarray(offset, offset + 16);
  offset += 16;
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  let id = "";
  for (const [index, byte] of bytes.entries()) {
    id += (index === 4 || index === 6 || index === 8 || index === 10 ? "-" : "") + hex[byte];
  }
  return id;
}

/** The least UUID v7 of a millisecond: what was made before it has a lesser id, but for clocks that differ. */
export function leastIdAt(atMs: number): string {
  const time = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version, in either case. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** 256 random bits, base64url: a booking's cancel token. */
export const newToken = (): string => randomBytes(32).toString("base64url");
