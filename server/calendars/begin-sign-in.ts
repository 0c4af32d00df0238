import { createHash } from "node:crypto";
import type { z } from "zod";
import { prisma } from "../db";
import { encrypt } from "../encryption";
import { env } from "../env";
import { AppError } from "../errors";
import { beginAuthorization } from "./oauth";
import type { Viewer } from "./read";
import { callbackUrl, registeredProvider, type SignInProvider } from "./registered";
import type { BeginSignIn, SignInUrl } from "./schema";
import { requireWhose } from "./whose";

/** How long a person may take on the provider's pages. */
const lastsMs = 10 * 60_000;

/** Under what a sign-in is kept: the state itself would let whoever reads the database finish it. */
export const stateHashOf = (state: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash("sha256").update(state).digest());

/** Where a sign-in's secrets stand (cipher.ts). */
export const signInPlace = (stateHash: Uint8Array) => ({
  table: "calendar_sign_ins",
  row: Buffer.from(stateHash).toString("hex"),
  column: "secret",
});

/**
 * Begins to connect a Google or Microsoft account: the person's browser is to be sent to the address returned. What it comes
 * back with is good once, for ten minutes, and, when a signed-in person began, in their session alone.
 * @throws forbidden, not_found (member), validation_error (redirect_uri); bad_request where this server is not registered with the
 * provider
 */
export async function beginSignIn(
  viewer: Viewer,
  provider: SignInProvider,
  input: z.output<typeof BeginSignIn>,
): Promise<z.infer<typeof SignInUrl>> {
  const { scope } = viewer;
  const whose = await requireWhose(viewer, input.member_id);
  requireReturnAddress(input.redirect_uri);
  const registered = registeredProvider(provider);
  if (registered === null) {
    const names = provider.toUpperCase();
    throw new AppError(
      "bad_request",
      `This server is not registered with ${provider === "google" ? "Google" : "Microsoft"}. Its operator sets ${names}_CLIENT_ID and ${names}_CLIENT_SECRET.`,
    );
  }
  const { url, beginning } = await beginAuthorization(registered, callbackUrl(provider));
  const stateHash = stateHashOf(beginning.state);
  await prisma.$transaction([
    prisma.calendarSignIn.deleteMany({ where: { expiresAt: { lt: new Date(scope.nowMs) } } }),
    prisma.calendarSignIn.create({
      data: {
        stateHash,
        organizationId: scope.organizationId,
        memberId: whose.id,
        provider,
        secret: encrypt(JSON.stringify(beginning), signInPlace(stateHash)),
        redirectUri: input.redirect_uri,
        userId: scope.actor.type === "user" ? scope.actor.id : null,
        expiresAt: new Date(scope.nowMs + lastsMs),
      },
    }),
  ]);
  return { authorization_url: url };
}

/** @throws validation_error: browsers are sent over https, or to this server's own pages */
function requireReturnAddress(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isOwn = url?.origin === new URL(env.PUBLIC_URL).origin;
  const isAllowed = url?.protocol === "https:" || isOwn || env.WEBHOOK_ALLOW_PRIVATE;
  if (url === null || !isAllowed || !/^https?:$/.test(url.protocol)) {
    throw new AppError("validation_error", "redirect_uri must begin with https://", {
      details: { redirect_uri: "must begin with https://" },
    });
  }
}
