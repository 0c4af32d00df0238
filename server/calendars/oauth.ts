import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  Configuration,
  customFetch,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  ResponseBodyError,
  type ServerMetadata,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
  tokenRevocation,
} from "openid-client";
import { z } from "zod";
import type { Outgoing } from "../outgoing/call";

/** A provider that people let us into, as we are registered there. */
export type OAuthProvider = {
  metadata: ServerMetadata;
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
  /** What its authorization page wants besides, so that it gives a refresh token. */
  parameters: Readonly<Record<string, string>>;
  call: Outgoing["call"];
};

/** What an authorization is begun with, and its answer checked against; kept here, never given to the browser. */
export type Beginning = { state: string; codeVerifier: string; nonce: string | null };

/** What a grant holds. A provider that gives no new refresh token leaves the old one in force. */
export type Tokens = {
  accessToken: string;
  refreshToken: string | null;
  /** Epoch milliseconds. */
  expiresAtMs: number;
  accountEmail: string | null;
};

/** Why a provider gave no tokens. Only `ended` is for ever: the person must let us in anew. */
export type OAuthReason = "denied" | "ended" | "invalid" | "unreachable";

export class OAuthError extends Error {
  readonly reason: OAuthReason;

  constructor(reason: OAuthReason, message: string, cause: unknown) {
    super(message, { cause });
    this.name = "OAuthError";
    this.reason = reason;
  }
}

/** A token answer is a few kilobytes. */
const maxBytes = 64 * 1024;
/** Somebody waits for the page that follows. */
const deadlineMs = 10_000;
/** What RFC 6749 §5.1 leaves open, taken low: an hour is what both providers give. */
const unsaidLifetimeSeconds = 300;

/** Where to send a person's browser (PKCE by S256, RFC 7636), and what to keep until it comes back. */
export async function beginAuthorization(
  provider: OAuthProvider,
  redirectUri: string,
): Promise<{ url: string; beginning: Beginning }> {
  const codeVerifier = randomPKCECodeVerifier();
  const beginning = {
    state: randomState(),
    codeVerifier,
    // A nonce is an ID token's, and only `openid` asks for one.
    nonce: provider.scopes.includes("openid") ? randomNonce() : null,
  };
  const url = buildAuthorizationUrl(configurationOf(provider), {
    redirect_uri: redirectUri,
    scope: provider.scopes.join(" "),
    state: beginning.state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    ...(beginning.nonce === null ? {} : { nonce: beginning.nonce }),
    ...provider.parameters,
  });
  return { url: url.href, beginning };
}

/**
 * Exchanges what the browser came back with for tokens.
 * @param callbackUrl the whole address it came back to; without its query it is the redirect address sent before
 * @throws OAuthError
 */
export const finishAuthorization = (
  provider: OAuthProvider,
  callbackUrl: URL,
  { state, codeVerifier, nonce }: Beginning,
  nowMs: number,
): Promise<Tokens> =>
  grant(nowMs, () =>
    authorizationCodeGrant(configurationOf(provider), callbackUrl, {
      expectedState: state,
      pkceCodeVerifier: codeVerifier,
      ...(nonce === null ? {} : { expectedNonce: nonce }),
    }),
  );

/** @throws OAuthError, `ended` when the grant expired or was taken back (`invalid_grant`, RFC 6749 §5.2) */
export const refreshTokens = (
  provider: OAuthProvider,
  refreshToken: string,
  nowMs: number,
): Promise<Tokens> =>
  grant(nowMs, () => refreshTokenGrant(configurationOf(provider), refreshToken));

/**
 * Gives a grant back where the provider takes it (RFC 7009; Microsoft has no such address).
 * @returns whether it was taken back there
 * @throws OAuthError
 */
export async function revokeGrant(provider: OAuthProvider, refreshToken: string): Promise<boolean> {
  if (provider.metadata.revocation_endpoint === undefined) {
    return false;
  }
  try {
    await tokenRevocation(configurationOf(provider), refreshToken);
    return true;
  } catch (error) {
    throw oauthError(error);
  }
}

async function grant(
  nowMs: number,
  ask: () => Promise<TokenEndpointResponse & TokenEndpointResponseHelpers>,
): Promise<Tokens> {
  try {
    const answer = await ask();
    const email = answer.claims()?.["email"];
    return {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? null,
      // `expiresIn()` counts down from when the answer came, by a clock of its own.
      expiresAtMs: nowMs + (answer.expires_in ?? unsaidLifetimeSeconds) * 1_000,
      accountEmail: typeof email === "string" ? email : null,
    };
  } catch (error) {
    throw oauthError(error);
  }
}

function oauthError(error: unknown): OAuthError {
  const down = unreachableIn(error);
  if (down !== null) {
    return down;
  }
  if (error instanceof AuthorizationResponseError) {
    return error.error === "access_denied"
      ? new OAuthError("denied", "Access to the calendar was not given", error)
      : new OAuthError("invalid", "The sign-in was broken off by the provider", error);
  }
  if (error instanceof ResponseBodyError) {
    return error.error === "invalid_grant"
      ? new OAuthError("ended", "The access to this calendar has ended", error)
      : new OAuthError("invalid", `The provider refused this server (${error.error})`, error);
  }
  return new OAuthError("invalid", "The provider's answer was not valid", error);
}

/** What the call below threw: the library wraps it, once or twice. */
function unreachableIn(error: unknown): OAuthError | null {
  if (error instanceof OAuthError) {
    return error;
  }
  return error instanceof Error ? unreachableIn(error.cause) : null;
}

/** Made by hand rather than discovered, as Microsoft's common issuer has a name for each tenant that nobody knows before. */
function configurationOf(provider: OAuthProvider): Configuration {
  const { metadata, clientId, clientSecret, scopes, call } = provider;
  const configuration = new Configuration(metadata, clientId, clientSecret);
  configuration[customFetch] = async (url, { method, headers, body }) => {
    const answer = await call(url, {
      method,
      headers,
      ...(body instanceof URLSearchParams ? { body: body.toString() } : {}),
      deadlineMs,
      maxBytes,
    }).catch((error: unknown) => {
      throw new OAuthError("unreachable", "The provider could not be reached", error);
    });
    if (answer.status >= 500 || answer.status === 429) {
      // Whatever the body says: a provider in trouble has not ended a grant.
      throw new OAuthError("unreachable", "The provider cannot answer now", answer.status);
    }
    const bytes = Buffer.from(answer.body);
    return new Response(scopes.includes("openid") ? bytes : withoutIdToken(bytes), {
      status: answer.status,
      headers: { "content-type": answer.header("content-type") ?? "" },
    });
  };
  if (metadata.token_endpoint?.startsWith("http:") === true) {
    // Whether plain http may be called at all is the guard's to say, and it does so for development alone.
    allowInsecureRequests(configuration);
  }
  return configuration;
}

/**
 * An answer without the ID token that nobody asked for. Microsoft's common issuer sends one in the name of the person's own
 * tenant, which could not be checked against an issuer known before; nothing is read from it.
 */
function withoutIdToken(body: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> | string {
  const parsed = TokenAnswer.safeParse(textOf(body));
  if (!parsed.success) {
    return body;
  }
  const { id_token: _, ...rest } = parsed.data;
  return JSON.stringify(rest);
}

const TokenAnswer = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("is no JSON");
      return z.NEVER;
    }
  })
  .pipe(z.looseObject({ id_token: z.unknown() }));

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);
