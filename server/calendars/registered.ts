import { env } from "../env";
import { outgoing } from "../outgoing/outgoing";
import type { OAuthProvider } from "./oauth";

export type SignInProvider = "google" | "microsoft";

/** Whether this server is registered with a provider, so that its people can sign in there. */
export const isRegistered = (provider: SignInProvider): boolean => credentials(provider) !== null;

function credentials(provider: SignInProvider): { clientId: string; clientSecret: string } | null {
  const [clientId, clientSecret] =
    provider === "google"
      ? [env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET]
      : [env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET];
  return clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret };
}

/** A provider as this server is registered there, or null. */
export function registeredProvider(provider: SignInProvider): OAuthProvider | null {
  const own = credentials(provider);
  return own === null ? null : { ...own, ...provided[provider](), call: outgoing.call };
}

/** Where the browser comes back to; this very address is to be registered with the provider. */
export const callbackUrl = (provider: SignInProvider): string =>
  `${env.PUBLIC_URL}/api/calendars/${provider}/callback`;

const provided = {
  google: () => {
    const base = env.GOOGLE_SIGN_IN_URL;
    return {
      // https://accounts.google.com/.well-known/openid-configuration
      metadata:
        base === undefined
          ? {
              issuer: "https://accounts.google.com",
              authorization_endpoint: "https://accounts.google.com/o/oauth2/v2/auth",
              token_endpoint: "https://oauth2.googleapis.com/token",
              revocation_endpoint: "https://oauth2.googleapis.com/revoke",
            }
          : {
              issuer: base,
              authorization_endpoint: `${base}/o/oauth2/v2/auth`,
              token_endpoint: `${base}/oauth2/token`,
              revocation_endpoint: `${base}/oauth2/revoke`,
            },
      scopes: [
        "openid",
        "email",
        "https://www.googleapis.com/auth/calendar.events",
        "https://www.googleapis.com/auth/calendar.freebusy",
        "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
      ],
      // Without them Google gives a refresh token only the first time.
      parameters: { access_type: "offline", prompt: "consent" },
    };
  },
  microsoft: () => {
    const base = env.MICROSOFT_SIGN_IN_URL ?? "https://login.microsoftonline.com/common";
    return {
      metadata: {
        issuer: base,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
      },
      // No `openid`: of /common, ID tokens have an issuer for each tenant, and the address is asked of Graph anyway.
      scopes: ["offline_access", "User.Read", "Calendars.ReadWrite"],
      parameters: { prompt: "select_account" },
    };
  },
} satisfies Record<SignInProvider, () => Pick<OAuthProvider, "metadata" | "scopes" | "parameters">>;
