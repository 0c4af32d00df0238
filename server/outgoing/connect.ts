import type { LookupFunction, Socket } from "node:net";
import { callbackify } from "node:util";
import { buildConnector } from "undici";
import { isPublicAddress } from "./address";
import { OutgoingError } from "./failure";
import type { Resolve } from "./resolve";
import { isLiteral } from "./target";

type Connector = buildConnector.connector;

/** The one sentence for whatever address it was: a caller need not learn what our network looks like. */
const notPublic = () => new OutgoingError("blocked", "The host's address is not a public one");

/** @throws OutgoingError for a host of which any address is not public; whatever the look-up throws */
export async function publicAddressesOf(host: string, resolve: Resolve): Promise<string[]> {
  const addresses = isLiteral(host) ? [host] : await resolve(host);
  if (!addresses.every(isPublicAddress)) {
    throw notPublic();
  }
  return addresses;
}

/** A connector of undici's that resolves names by `resolve`, whatever their addresses are. */
export const connectAnywhere = (resolve: Resolve): Connector =>
  // With it sockets ask for all addresses, and try one after the other.
  buildConnector({ lookup: lookupBy(resolve), autoSelectFamily: true });

/**
 * A connector of undici's to public addresses alone. It checks a literal host, which no look-up sees; each address that
 * a name has, at the moment of connecting; and the peer itself, before anything is sent. Names that change between two
 * look-ups (DNS rebinding) gain nothing, as there is only one.
 */
export function connectPublic(resolve: Resolve): Connector {
  const connect = connectAnywhere((host) => publicAddressesOf(host, resolve));
  return (options, callback) => {
    if (isLiteral(options.hostname) && !isPublicAddress(options.hostname)) {
      callback(notPublic(), null);
      return;
    }
    const port = options.port || (options.protocol === "https:" ? "443" : "80");
    connect({ ...options, protocol: "http:", port }, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null);
      } else if (!isPublicAddress(socket.remoteAddress ?? "")) {
        socket.destroy();
        callback(notPublic(), null);
      } else if (options.protocol === "https:") {
        secure(connect, { ...options, port, httpSocket: socket }, callback);
      } else {
        callback(null, socket);
      }
    });
  };
}

/** TLS over a connection that stands. */
function secure(
  connect: Connector,
  options: buildConnector.Options & { httpSocket: Socket },
  callback: buildConnector.Callback,
): void {
  const onClose = () => callback(new OutgoingError("tls", "The host does not speak TLS"), null);
  options.httpSocket.once("close", onClose);
  connect(options, (...result) => {
    options.httpSocket.removeListener("close", onClose);
    callback(...result);
  });
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
