import type { Attempt, DeliveryStatus } from "./schema";

type Told = Pick<Attempt, "response_status_code" | "error"> & { status?: DeliveryStatus };

/** What went wrong, and what to do about it: two sentences for people. */
export type Cause = { what: string; advice: string };

const ofStatus: Record<number, Cause> = {
  400: {
    what: "The receiver found the request wrong (400).",
    advice: "Look at what it answered, and let it take the body as it is sent.",
  },
  401: {
    what: "The receiver wants somebody to sign in (401).",
    advice: "Let this path in without a session or key: a delivery proves itself by its signature.",
  },
  403: {
    what: "The receiver forbids it (403).",
    advice: "Often a firewall or a bot filter in front of it: let this path pass.",
  },
  404: {
    what: "There is nothing at this path (404).",
    advice: "Correct the address, or deploy what should answer there.",
  },
  405: {
    what: "The path does not take POST (405).",
    advice: "Let it take POST requests, or correct the address.",
  },
  410: {
    what: "The receiver said that it is gone for good (410).",
    advice: "The webhook was turned off for it. Turn it on again when the address is back.",
  },
  413: {
    what: "The receiver finds the body too large (413).",
    advice: "Raise its limit: bodies of some ten kilobytes are usual.",
  },
  429: {
    what: "The receiver asks for fewer requests (429).",
    advice: "It is tried again later, when it asks for that.",
  },
};

/** By what the stored reason (server/outgoing/failure.ts) says. */
const ofError: readonly [RegExp, string][] = [
  [/in time/, "Answer with 2xx as soon as the event is stored, and do the work after that."],
  [
    /certificate|TLS/,
    "Check the host's certificate and its chain; it must be one that browsers trust.",
  ],
  [/name/, "Check the host's name in the address, and its DNS records."],
  [/refused|cannot be reached/, "Check that the receiver runs, and that its firewall lets us in."],
  [/public|port|address/, "Use an address that anyone in the internet can reach."],
  [/turned off|deleted/, "Resend it when it should still arrive."],
  [/broke/, "Look into the receiver's log: it may have crashed, or a proxy may have cut it off."],
];

/** Why an attempt, or a delivery after its last one, did not arrive; null when it did or was not tried yet. */
export function causeOf({ response_status_code: code, error }: Told): Cause | null {
  if (error !== null) {
    const [, advice = "It is tried again by itself."] =
      ofError.find(([pattern]) => pattern.test(error)) ?? [];
    return { what: `${error}.`, advice };
  }
  if (code === null || (code >= 200 && code < 300)) {
    return null;
  }
  return ofStatus[code] ?? ofKind(code);
}

function ofKind(code: number): Cause {
  if (code >= 500) {
    return {
      what: `The receiver failed while it handled the request (${code}).`,
      advice: "Look into its log; what it answered may say more.",
    };
  }
  if (code >= 400) {
    return {
      what: `The receiver refused the request (${code}).`,
      advice: "What it answered may say why.",
    };
  }
  if (code >= 300) {
    return {
      what: `The receiver answered with a redirect (${code}), which is not followed.`,
      advice: "Enter the address that it leads to.",
    };
  }
  return { what: `The receiver answered with ${code}.`, advice: "Let it answer with 2xx." };
}

/** Why Astrocal turned an endpoint off, in words. */
export const disabledWords = {
  gone: "It answered 410 Gone.",
  failing: "Nothing arrived for five days.",
} as const;
