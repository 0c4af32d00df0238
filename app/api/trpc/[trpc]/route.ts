import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestFacts, sessionUserId } from "@/app/_trpc/session";
import { appRouter } from "@/server/router";
import {
  dashboardContext,
  modeHeader,
  organizationHeader,
  visitorHeader,
} from "@/server/session-context";

/** Calls that fit one page; more in one request would only serve to get round limits. */
const maxBatchSize = 10;

/** A browser says where a call comes from: other sites' pages may not use a person's session. */
function isOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null) {
    return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  }
  return site === null || site === "same-origin" || site === "none";
}

async function handler(request: Request): Promise<Response> {
  // A form can be posted across sites without asking first, JSON cannot.
  const isJson = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (!isOwnPage(request) || (request.method === "POST" && !isJson)) {
    return Response.json({ error: { message: "Not allowed from here" } }, { status: 403 });
  }
  return await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize,
    responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
    createContext: async ({ req }) => {
      const isVisitor = req.headers.has(visitorHeader);
      const page = {
        organizationId: req.headers.get(organizationHeader),
        isTest: req.headers.get(modeHeader) === "test",
      };
      return await dashboardContext(isVisitor ? null : await sessionUserId(), page, await requestFacts());
    },
  });
}

export { handler as GET, handler as POST };
