import { isUuid } from "./ids";
import { type Context, createSessionContext } from "./trpc";

/** Where a page was rendered: sent along by its calls, so that a tab never acts in another tab's mode. */
export type PageContext = { organizationId: string | null; isTest: boolean };

/** Cookies that remember the dashboard's organization and mode from page to page. */
export const organizationCookie = "astrocal_org";
export const modeCookie = "astrocal_mode";
/** Headers by which a page's calls say where it was rendered; `visitor` calls leave the session aside. */
export const organizationHeader = "x-org-id";
export const modeHeader = "x-astrocal-mode";
export const visitorHeader = "x-astrocal-visitor";

type Facts = Omit<Context, "scope" | "key">;

/** The context of a signed-in person, or a stranger's without session; see createSessionContext. */
export async function dashboardContext(
  userId: string | null,
  { organizationId, isTest }: PageContext,
  facts: Facts,
): Promise<Context> {
  if (userId === null) {
    return { ...facts, scope: null, key: null };
  }
  const organization = organizationId !== null && isUuid(organizationId) ? organizationId : null;
  return await createSessionContext({ userId, organizationId: organization, isTest }, facts);
}
