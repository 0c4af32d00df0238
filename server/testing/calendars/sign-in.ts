import { createEmulator, type SeedConfig } from "emulate";
import { onTestFinished } from "vitest";
import type { OAuthProvider } from "../../calendars/oauth";
import { freePort } from "../../ops/ports.mjs";
import { outgoingBy } from "../../outgoing/call";

export const accountEmail = "host@example.com";
export const redirectUri = "http://localhost:3000/api/calendars/callback";

const client = {
  client_id: "astrocal",
  client_secret: "a-secret",
  redirect_uris: [
    redirectUri,
    ...["google", "microsoft"].map(
      (each) => `http://localhost:3000/api/calendars/${each}/callback`,
    ),
  ],
};
const people = [{ email: accountEmail, name: "A Host" }];
/** What the emulator gives everyone who says nothing else. */
const tenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** A provider's sign-in, by the `emulate` package, until the test ends. @returns its address */
export const startSignIn = async (service: "google" | "microsoft"): Promise<string> =>
  service === "google"
    ? await startEmulator(service, { google: { users: people, oauth_clients: [client] } })
    : await startEmulator(service, { microsoft: { users: people, oauth_clients: [client] } });

async function startEmulator(service: "google" | "microsoft", seed: SeedConfig): Promise<string> {
  const emulator = await createEmulator({ service, port: await freePort(), seed });
  onTestFinished(() => emulator.close());
  return emulator.url;
}

const registered = {
  clientId: client.client_id,
  clientSecret: client.client_secret,
  call: outgoingBy({ allowPrivate: true, ports: [443] }).call,
};

/** Google's sign-in, by the `emulate` package, until the test ends. */
export async function googleSignIn(): Promise<OAuthProvider> {
  const base = await startSignIn("google");
  return {
    ...registered,
    metadata: {
      issuer: base,
      authorization_endpoint: `${base}/o/oauth2/v2/auth`,
      token_endpoint: `${base}/oauth2/token`,
      revocation_endpoint: `${base}/oauth2/revoke`,
    },
    scopes: ["openid", "email"],
    parameters: { access_type: "offline", prompt: "consent" },
  };
}

/** Microsoft's; it has no revocation, as the real one has none. */
export async function microsoftSignIn(): Promise<OAuthProvider> {
  const base = await startSignIn("microsoft");
  return {
    ...registered,
    metadata: {
      issuer: `${base}/${tenant}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
    },
    scopes: ["offline_access", "User.Read"],
    parameters: { prompt: "select_account" },
  };
}

/** What a person does on the provider's page: picks the account. @returns where the browser is sent then */
export async function pickAccount(authorizationUrl: string): Promise<URL> {
  const page = await (await fetch(authorizationUrl)).text();
  const form = page.split("<form").find((each) => each.includes(`value="${accountEmail}"`)) ?? "";
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? "";
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")],
  );
  const answer = await fetch(new URL(action, authorizationUrl), {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  return new URL(answer.headers.get("location") ?? "");
}
