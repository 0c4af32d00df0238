import { isUuid } from "./ids";
import { type Context, createSessionContext } from "./trpc";
import { SessionClaims } from "./users/schema";
import { sessionUser } from "./users/session";

/** Where a page was rendered: sent along by its calls, so that a tab never acts in another tab's mode. */
export type PageContext = { organizationId: string | null; isTest: boolean };

/** Cookies that remember the dashboard's organization and mode from page to page. */
export const organizationCookie = "astrocal_org";
export const modeCookie = "astrocal_mode";
/** Headers by which a page's calls say where it was rendered; `visitor` calls leave the session aside. */
export const organizationHeader = "x-org-id";
export const modeHeader = "x-astrocal-mode";
export const visitorHeader = "x-astrocal-visitor";

/** The id of the user whose session this is, as next-auth gives it; null without one, and once it has ended. */
export async function sessionUserOf(session: unknown): Promise<string | null> {
  const claims = SessionClaims.safeParse(session);
  return claims.success ? await sessionUser(claims.data) : null;
}

type Facts = Omit<Context, "scope" | "key" | "role">;

/** The context of a signed-in person, or a stranger's without session; see createSessionContext. */
export async function dashboardContext(
  userId: string | null,
  { organizationId, isTest }: PageContext,
  facts: Facts,
): Promise<Context> {
  if (userId === null) {
    return { ...facts, scope: null, key: null, role: null };
  }
  const organization = organizationId !== null && isUuid(organizationId) ? organizationId : null;
  return await createSessionContext({ userId, organizationId: organization, isTest }, facts);
}
