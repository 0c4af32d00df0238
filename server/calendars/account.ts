import { env } from "../env";
import { outgoing } from "../outgoing/outgoing";
import { caldavAccount } from "./caldav";
import type { ProviderAccess } from "./calls";
import type { Connection } from "./connection";
import { feedAccount } from "./feed";
import { googleAccount } from "./google";
import { microsoftAccount, readAccountAddress } from "./microsoft";
import type { CalendarAccount } from "./provider";
import type { SignInProvider } from "./registered";
import { FeedSecret, openSecret, PasswordSecret } from "./secret";
import { accessTokens } from "./tokens";

/** What an operation that nobody waits for may take. */
const unhurriedMs = 10_000;

/**
 * The account behind a connection: the one place where providers are told apart.
 * @param deadlineMs for each operation
 */
export function accountOf(connection: Connection, deadlineMs = unhurriedMs): CalendarAccount {
  const { id, provider, secret, serverUrl, timeZone } = connection;
  const { call } = outgoing;
  switch (provider) {
    case "caldav": {
      const credentials = openSecret(PasswordSecret, id, secret);
      return caldavAccount({
        ...credentials,
        serverUrl: serverUrl ?? "",
        call,
        deadlineMs,
        timeZone,
      });
    }
    case "ics": {
      const { url } = openSecret(FeedSecret, id, secret);
      return feedAccount({ url, call, deadlineMs, timeZone });
    }
    case "google":
    case "microsoft": {
      const accessToken = accessTokens(provider, connection);
      return grantedAccount(provider, { accessToken, timeZone, deadlineMs });
    }
  }
}

type Granted = Pick<ProviderAccess, "accessToken" | "timeZone"> & { deadlineMs?: number };

/** The account that an access token lets us into. */
export function grantedAccount(provider: SignInProvider, granted: Granted): CalendarAccount {
  const access = accessAt(provider, granted);
  return provider === "google" ? googleAccount(access) : microsoftAccount(access);
}

/** The e-mail address of the account, where the provider's sign-in does not say it. @throws CalendarError */
export const grantedAddress = async (
  provider: SignInProvider,
  granted: Granted,
): Promise<string | null> =>
  provider === "google" ? null : await readAccountAddress(accessAt(provider, granted));

const accessAt = (
  provider: SignInProvider,
  { accessToken, timeZone, deadlineMs = unhurriedMs }: Granted,
): ProviderAccess => ({
  call: outgoing.call,
  baseUrl: provider === "google" ? env.GOOGLE_CALENDAR_URL : env.MICROSOFT_GRAPH_URL,
  accessToken,
  timeZone,
  deadlineMs,
});
