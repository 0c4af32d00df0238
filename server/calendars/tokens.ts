import { sql } from "../sql";
import type { Connection } from "./connection";
import { OAuthError, refreshTokens } from "./oauth";
import { CalendarError } from "./provider";
import { registeredProvider, type SignInProvider } from "./registered";
import { type GrantSecret, GrantSecret as Grant, openSecret, sealSecret } from "./secret";

/** A token that ends within this is as good as ended: clocks differ, and calls take time. */
const marginMs = 60_000;

/** This process's refreshes under way: those who need a token meanwhile take the same one. */
const underWay = new Map<string, Promise<GrantSecret>>();

/**
 * Gives a connection's access token, refreshed when it has ended or, `afterRefusal`, when the provider no longer takes it.
 * Two processes may refresh at once: both tokens are good, and one of them is kept.
 * @throws CalendarError, `refused` once the grant has ended
 */
export function accessTokens(
  provider: SignInProvider,
  connection: Pick<Connection, "id" | "secret">,
) {
  let grant = openSecret(Grant, connection.id, connection.secret);
  return async ({ afterRefusal }: { afterRefusal: boolean } = { afterRefusal: false }) => {
    if (afterRefusal || grant.expiresAtMs < Date.now() + marginMs) {
      const used = grant;
      const refreshing = underWay.get(connection.id) ?? refresh(provider, connection.id, used);
      underWay.set(connection.id, refreshing);
      grant = await refreshing.finally(() => underWay.delete(connection.id));
    }
    return grant.accessToken;
  };
}

async function refresh(
  provider: SignInProvider,
  connectionId: string,
  used: GrantSecret,
): Promise<GrantSecret> {
  const stored = await readGrant(connectionId);
  if (
    stored.grant.accessToken !== used.accessToken &&
    stored.grant.expiresAtMs > Date.now() + marginMs
  ) {
    // Another process was faster, or the person has connected anew.
    return stored.grant;
  }
  const registered = registeredProvider(provider);
  if (registered === null) {
    throw new CalendarError("invalid", "This server is no longer registered with the provider");
  }
  const { refreshToken } = stored.grant;
  try {
    const fresh = await refreshTokens(registered, refreshToken, Date.now());
    const grant = { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken };
    const { accessToken, expiresAtMs } = grant;
    const kept = { accessToken, expiresAtMs, refreshToken: grant.refreshToken };
    await sql.$executeRaw`
      UPDATE calendar_connections SET secret = ${sealSecret(connectionId, kept)}
      WHERE id = ${connectionId}::uuid AND secret = ${stored.sealed}`;
    return kept;
  } catch (error) {
    throw calendarError(error);
  }
}

async function readGrant(id: string): Promise<{ sealed: string; grant: GrantSecret }> {
  const [row] = await sql.$queryRaw<{ secret: string | null }[]>`
    SELECT secret FROM calendar_connections WHERE id = ${id}::uuid`;
  const sealed = row?.secret ?? null;
  if (sealed === null) {
    throw new CalendarError("refused", "This calendar was disconnected");
  }
  return { sealed, grant: openSecret(Grant, id, sealed) };
}

function calendarError(error: unknown): unknown {
  if (!(error instanceof OAuthError)) {
    return error;
  }
  const reasons = {
    ended: "refused",
    denied: "refused",
    invalid: "invalid",
    unreachable: "unreachable",
  } as const;
  return new CalendarError(reasons[error.reason], error.message, { cause: error });
}
