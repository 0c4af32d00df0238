import type { IncomingMessage } from "node:http";
import { behindProxies } from "./behind-proxies";
import { env } from "./env";

/** The caller's network address, behind the proxies that `TRUSTED_PROXIES` names; null once it is gone. */
export function clientAddress(request: IncomingMessage): string | null {
  const { remoteAddress } = request.socket;
  const forwarded = request.headers["x-forwarded-for"];
  return remoteAddress === undefined
    ? null
    : behindProxies(remoteAddress, String(forwarded ?? ""), env.TRUSTED_PROXIES);
}
