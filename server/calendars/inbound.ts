import { env } from "../env";
import { isRegistered } from "./registered";
import { finishSignIn } from "./finish-sign-in";

type Facts = { nowMs: number; requestId: string | null; ipAddress: string | null };

/**
 * The address that Google and Microsoft send a person's browser back to.
 * @param userId whose session the browser has, or null
 */
export async function finishCalendarSignIn(
  request: Request,
  provider: string,
  { userId, facts }: { userId: string | null; facts: Facts },
): Promise<Response> {
  if ((provider !== "google" && provider !== "microsoft") || !isRegistered(provider)) {
    return new Response("There is no such provider of calendars.", { status: 404 });
  }
  const query = new URL(request.url).searchParams;
  const address = await finishSignIn(facts, provider, { query, userId });
  const over = `${env.PUBLIC_URL}/calendars?error=${encodeURIComponent("This sign-in is over. Connect the calendar again.")}`;
  return new Response(null, {
    status: 303,
    // The address has a code in it that nobody else need see.
    headers: {
      location: address ?? over,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
}
