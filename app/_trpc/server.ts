import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { appRouter } from "@/server/router";
import { dashboardContext } from "@/server/session-context";
import { createCallerFactory } from "@/server/trpc";
import { pageContext, requestFacts, requestPath, sessionUserId } from "./session";

export { notePageFailure } from "@/server/page-failure";

const createCaller = createCallerFactory(appRouter);

/** As `api`, but null for strangers, and for a session whose person is in no organization (any more). */
export const memberApi = cache(async () => {
  const userId = await sessionUserId();
  const context = await dashboardContext(userId, await pageContext(), await requestFacts());
  if (context.scope === null) {
    // The remembered organization may be one that the person has left.
    const fallback = await dashboardContext(
      userId,
      { ...(await pageContext()), organizationId: null },
      await requestFacts(),
    );
    return fallback.scope === null ? null : createCaller(fallback);
  }
  return createCaller(context);
});

/** Calls procedures for the signed-in person, in-process; sends strangers to sign in first. For server components. */
export const api = cache(
  async () =>
    (await memberApi()) ??
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(await requestPath())}`),
);

/** Calls public procedures as anyone may, whoever is signed in. For hosted pages. */
export const visitorApi = cache(async () =>
  createCaller({ ...(await requestFacts()), scope: null, key: null, role: null }),
);
