import type { RestResponse } from "../rest";

// Apart from rest.ts, which loads the server: the server reads its environment as it is loaded, and test files may set
// some of it first.

export type RawRequest = {
  method: string;
  /** Path and query, percent-encoded. */
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Whence it comes. */
  ipAddress?: string;
};

/** A way to the REST door. */
export type Transport = (request: RawRequest) => Promise<RestResponse>;

let chosen: Transport | null = null;

/** Lets every later request of this test file go another way than in-process. */
export function goBy(transport: Transport): void {
  chosen = transport;
}

/** The way that was chosen, if one was. */
export const chosenTransport = (): Transport | null => chosen;
