import { describe, expect, test } from "vitest";
import { freePort } from "../ops/ports.mjs";
import { outgoingBy } from "../outgoing/call";
import {
  accountEmail,
  googleSignIn,
  microsoftSignIn,
  pickAccount,
  redirectUri,
} from "../testing/calendars/sign-in";
import { httpHost } from "../testing/hosts";
import {
  beginAuthorization,
  finishAuthorization,
  OAuthError,
  type OAuthProvider,
  refreshTokens,
  revokeGrant,
} from "./oauth";

const nowMs = Date.parse("2026-03-01T10:00:00Z");

async function signIn(provider: OAuthProvider) {
  const { url, beginning } = await beginAuthorization(provider, redirectUri);
  return await finishAuthorization(provider, await pickAccount(url), beginning, nowMs);
}

/** Why something came to nothing, as it must. */
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "succeeded",
    (error: unknown) => (error instanceof OAuthError ? error.reason : String(error)),
  );

/** The refresh token that a sign-in must give. */
function kept(token: string | null): string {
  if (token === null) throw new Error("no refresh token");
  return token;
}

describe.each([
  ["Google", googleSignIn],
  ["Microsoft", microsoftSignIn],
])("signing in with %s", (_name, start) => {
  test("gives tokens that can be refreshed, good for an hour", async () => {
    const provider = await start();
    const tokens = await signIn(provider);
    expect(tokens.expiresAtMs).toBe(nowMs + 3_600_000);
    const fresh = await refreshTokens(provider, kept(tokens.refreshToken), nowMs);
    expect(fresh.accessToken).not.toBe(tokens.accessToken);
  });

  test("is refused without the verifier that it was begun with", async () => {
    const provider = await start();
    const first = await beginAuthorization(provider, redirectUri);
    const other = await beginAuthorization(provider, redirectUri);
    const stolen = { ...first.beginning, codeVerifier: other.beginning.codeVerifier };
    const callback = await pickAccount(first.url);
    expect(await reasonOf(finishAuthorization(provider, callback, stolen, nowMs))).toBe("ended");
  });

  test("is refused with another's state, and asks the provider nothing then", async () => {
    const provider = await start();
    const first = await beginAuthorization(provider, redirectUri);
    const other = await beginAuthorization(provider, redirectUri);
    const callback = await pickAccount(first.url);
    const mixed = { ...first.beginning, state: other.beginning.state };
    expect(await reasonOf(finishAuthorization(provider, callback, mixed, nowMs))).toBe("invalid");
    // The code is still good: it was not sent.
    await finishAuthorization(provider, callback, first.beginning, nowMs);
  });

  test("gives nothing for a code that was used", async () => {
    const provider = await start();
    const { url, beginning } = await beginAuthorization(provider, redirectUri);
    const callback = await pickAccount(url);
    await finishAuthorization(provider, callback, beginning, nowMs);
    expect(await reasonOf(finishAuthorization(provider, callback, beginning, nowMs))).toBe("ended");
  });

  test("that a person declines says so", async () => {
    const provider = await start();
    const { beginning } = await beginAuthorization(provider, redirectUri);
    const callback = new URL(`${redirectUri}?error=access_denied&state=${beginning.state}`);
    expect(await reasonOf(finishAuthorization(provider, callback, beginning, nowMs))).toBe(
      "denied",
    );
  });

  test("with a wrong secret is this server's fault, not the end of the grant", async () => {
    const provider = await start();
    const { refreshToken } = await signIn(provider);
    const wrong = { ...provider, clientSecret: "wrong" };
    expect(await reasonOf(refreshTokens(wrong, kept(refreshToken), nowMs))).toBe("invalid");
  });
});

test("Google says whose account it is", async () => {
  expect(await signIn(await googleSignIn())).toMatchObject({ accountEmail });
});

test("Google's grant is given back, and refreshes no more", async () => {
  const provider = await googleSignIn();
  const { refreshToken } = await signIn(provider);
  expect(await revokeGrant(provider, kept(refreshToken))).toBe(true);
  expect(await reasonOf(refreshTokens(provider, kept(refreshToken), nowMs))).toBe("ended");
});

test("Microsoft rotates: a refresh gives the next token, and the one before has ended", async () => {
  const provider = await microsoftSignIn();
  const { refreshToken } = await signIn(provider);
  const next = await refreshTokens(provider, kept(refreshToken), nowMs);
  expect(await reasonOf(refreshTokens(provider, kept(refreshToken), nowMs))).toBe("ended");
  await refreshTokens(provider, kept(next.refreshToken), nowMs);
  expect(await revokeGrant(provider, kept(next.refreshToken))).toBe(false);
});

test("Google's answer for another sign-in's nonce is refused", async () => {
  const provider = await googleSignIn();
  const { url, beginning } = await beginAuthorization(provider, redirectUri);
  const replayed = { ...beginning, nonce: "another" };
  const callback = await pickAccount(url);
  expect(await reasonOf(finishAuthorization(provider, callback, replayed, nowMs))).toBe("invalid");
});

test.each([
  ["fails", 503, "{}"],
  ["fails with a body that lies", 500, '{"error":"invalid_grant"}'],
  ["is asked too often", 429, '{"error":"slow_down"}'],
])("a provider that %s has not ended the grant", async (_name, status, body) => {
  const base = await httpHost((_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  const provider = await googleSignIn();
  const broken = { ...provider, metadata: { issuer: base, token_endpoint: `${base}/token` } };
  expect(await reasonOf(refreshTokens(broken, "token", nowMs))).toBe("unreachable");
});

test("a provider that nobody reaches has not ended the grant", async () => {
  const provider = await googleSignIn();
  const base = `http://127.0.0.1:${await freePort()}`;
  const gone = { ...provider, metadata: { issuer: base, token_endpoint: `${base}/token` } };
  expect(await reasonOf(refreshTokens(gone, "token", nowMs))).toBe("unreachable");
});

test("a token is sent to no private address unless development says so", async () => {
  const provider = await googleSignIn();
  const guarded = { ...provider, call: outgoingBy({ allowPrivate: false, ports: [443] }).call };
  expect(await reasonOf(refreshTokens(guarded, "token", nowMs))).toBe("unreachable");
});
