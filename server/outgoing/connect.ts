import type { LookupFunction } from "node:net";
import { callbackify } from "node:util";
import { buildConnector } from "undici";
import { OutgoingError } from "./failure";
import type { Resolve } from "./resolve";
import { isLiteral } from "./target";

type Connector = buildConnector.connector;

/** Which addresses may be spoken to, and how names are looked up. */
export type Guard = {
  allows: (address: string) => boolean;
  resolve: Resolve;
  /** Certificates of authorities to trust instead of the usual ones. */
  ca?: string;
};

/** The one sentence for whatever address it was: a caller need not learn what our network looks like. */
const forbidden = () => new OutgoingError("blocked", "The host's address is not a public one");

/** @throws OutgoingError for a host of which any address is not allowed; whatever the look-up throws */
export async function allowedAddressesOf(
  host: string,
  { allows, resolve }: Guard,
): Promise<string[]> {
  const addresses = isLiteral(host) ? [host] : await resolve(host);
  if (!addresses.every(allows)) {
    throw forbidden();
  }
  return addresses;
}

/**
 * A connector of undici's to allowed addresses alone. It checks a literal host, which no look-up sees; each address that
 * a name has, at the moment of connecting; and the peer itself, before anything is sent. Names that change between two
 * look-ups (DNS rebinding) gain nothing, as there is only one.
 */
export function guardedConnector(guard: Guard): Connector {
  const connect = buildConnector({
    lookup: lookupBy((host) => allowedAddressesOf(host, guard)),
    // With it sockets ask for all addresses, and try one after the other.
    autoSelectFamily: true,
    ...(guard.ca === undefined ? {} : { ca: guard.ca }),
  });
  return (options, callback) => {
    if (isLiteral(options.hostname) && !guard.allows(options.hostname)) {
      callback(forbidden(), null);
      return;
    }
    const port = options.port || (options.protocol === "https:" ? "443" : "80");
    connect({ ...options, protocol: "http:", port }, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null);
      } else if (!guard.allows(socket.remoteAddress ?? "")) {
        socket.destroy();
        callback(forbidden(), null);
      } else if (options.protocol === "https:") {
        connect({ ...options, port, httpSocket: socket }, callback);
      } else {
        callback(null, socket);
      }
    });
  };
}

/** `resolve` in the form that sockets ask for addresses. */
function lookupBy(resolve: Resolve): LookupFunction {
  const find = callbackify(async (host: string) => {
    const addresses = await resolve(host);
    if (addresses.length === 0) {
      throw new OutgoingError("unresolved", "The host's name has no address");
    }
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  });
  return (host, _options, callback) => find(host, callback);
}
