import { z } from "zod";
import { prisma } from "../db";
import { decrypt } from "../encryption";
import { AppError } from "../errors";
import { log } from "../log";
import { astrocal, provenOrganization, type Scope } from "../scope";
import { grantedAccount, grantedAddress } from "./account";
import { signInPlace, stateHashOf } from "./begin-sign-in";
import { connectAccount, openAccount } from "./connect";
import { finishAuthorization, OAuthError } from "./oauth";
import { CalendarError } from "./provider";
import { callbackUrl, registeredProvider, type SignInProvider } from "./registered";
import { sealSecret } from "./secret";
import { whoseInclude, whoseOf } from "./whose";

const Beginning = z.object({
  state: z.string(),
  codeVerifier: z.string(),
  nonce: z.string().nullable(),
});

type Facts = { nowMs: number; requestId: string | null; ipAddress: string | null };
/** What the browser came back with: the query of the callback's address, and whose session it has. */
export type Return = { query: URLSearchParams; userId: string | null };

/**
 * Ends a sign-in: exchanges what the browser came back with for a grant, and connects the account. The sign-in is used up,
 * whatever comes of it.
 * @returns where the browser is sent: the address given at the beginning with the outcome, or null for a state that is
 * unknown, used, over, or of another session
 */
export async function finishSignIn(
  facts: Facts,
  provider: SignInProvider,
  { query, userId }: Return,
): Promise<string | null> {
  const stateHash = stateHashOf(query.get("state") ?? "");
  const [begun] = await prisma.calendarSignIn.findMany({ where: { stateHash, provider } });
  if (begun === undefined || begun.expiresAt.getTime() < facts.nowMs) {
    return null;
  }
  if (begun.userId !== null && begun.userId !== userId) {
    // Whoever got hold of the address must not connect their account to another's membership, nor theirs to it.
    return null;
  }
  const { count } = await prisma.calendarSignIn.deleteMany({ where: { stateHash } });
  if (count === 0) {
    return null;
  }
  const answer = new URL(begun.redirectUri);
  try {
    const beginning = Beginning.parse(JSON.parse(decrypt(begun.secret, signInPlace(stateHash))));
    const id = await connectGrant(facts, provider, { ...begun, query, beginning });
    answer.searchParams.set("calendar_id", id);
  } catch (error) {
    answer.searchParams.set("error", sentenceOf(error));
  }
  return answer.href;
}

function sentenceOf(error: unknown): string {
  const isTold =
    error instanceof AppError || error instanceof OAuthError || error instanceof CalendarError;
  if (isTold) {
    return error.message;
  }
  log.error({ err: error }, "a calendar could not be connected");
  return "The calendar could not be connected";
}

type Begun = {
  organizationId: string;
  memberId: string;
  userId: string | null;
  query: URLSearchParams;
  beginning: z.infer<typeof Beginning>;
};

async function connectGrant(
  facts: Facts,
  provider: SignInProvider,
  { organizationId, memberId, userId, query, beginning }: Begun,
): Promise<string> {
  const registered = registeredProvider(provider);
  const member = await prisma.member.findFirst({
    where: { id: memberId, organizationId, removedAt: null },
    include: whoseInclude,
  });
  if (registered === null || member === null) {
    throw new AppError("bad_request", "This calendar can no longer be connected");
  }
  const url = new URL(`${callbackUrl(provider)}?${query.toString()}`);
  const tokens = await finishAuthorization(registered, url, beginning, facts.nowMs);
  const { refreshToken } = tokens;
  if (refreshToken === null) {
    throw new AppError("bad_request", "The provider gave access for an hour only. Try again.");
  }
  const whose = whoseOf(member);
  const { accessToken, expiresAtMs } = tokens;
  const granted = {
    accessToken: async () => await Promise.resolve(accessToken),
    timeZone: whose.timeZone,
  };
  const calendars = await openAccount(grantedAccount(provider, granted), "account");
  const accountEmail = tokens.accountEmail ?? (await grantedAddress(provider, granted));
  const scope: Scope = {
    ...facts,
    organizationId: provenOrganization(organizationId),
    isTest: false,
    actor: userId === null ? astrocal : { type: "user", id: userId, name: await nameOf(userId) },
  };
  const row = await connectAccount(scope, whose, {
    provider,
    accountEmail: accountEmail ?? "",
    serverUrl: null,
    calendars,
    receiving: null,
    isSame: () => true,
    seal: (id) => sealSecret(id, { accessToken, refreshToken, expiresAtMs }),
  });
  return row.id;
}

const nameOf = async (id: string): Promise<string> =>
  (await prisma.user.findUniqueOrThrow({ where: { id } })).name;
