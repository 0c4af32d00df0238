import "server-only";
import { cookies, headers } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { authOptions, clientAddressHeader } from "@/server/auth";
import { modeCookie, organizationCookie, sessionUserOf } from "@/server/session-context";

/** Id of the signed-in user, or null. Asked once a request. */
export const sessionUserId = cache(
  async (): Promise<string | null> => await sessionUserOf(await getServerSession(authOptions)),
);

/** The organization and mode that the dashboard was last switched to. */
export const pageContext = cache(async () => {
  const jar = await cookies();
  return {
    organizationId: jar.get(organizationCookie)?.value ?? null,
    isTest: jar.get(modeCookie)?.value === "test",
  };
});

/** What is known of the request that a page answers. */
export async function requestFacts() {
  const address = (await headers()).get(clientAddressHeader);
  return {
    nowMs: Date.now(),
    requestId: crypto.randomUUID(),
    ipAddress: address === "" ? null : address,
  };
}

/** The nonce of this answer's content security policy, which our own scripts bear. */
export async function requestNonce(): Promise<string> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
}

/** Path and query of the page that is asked for, as the browser shows them. */
export async function requestPath(): Promise<string> {
  const url = new URL((await headers()).get("x-astrocal-path") ?? "/", "http://own.invalid");
  // Next adds it when a page is fetched for a click.
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}
