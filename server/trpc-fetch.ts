import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { callerError } from "./caller-error";
import { errorStatus } from "./errors";
import { log } from "./log";
import { countVisitor } from "./rate-limit/count-call";
import { appRouter } from "./router";
import {
  dashboardContext,
  modeHeader,
  organizationHeader,
  type PageContext,
  visitorHeader,
} from "./session-context";
import type { Context } from "./trpc";

/** Calls that fit one page; more in one request would only serve to get round limits. */
const maxBatchSize = 10;

/** A browser says where a call comes from: other sites' pages may not use a person's session. */
function isOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null) {
    return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  }
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}

const pageOf = ({ headers }: Request): PageContext => ({
  organizationId: headers.get(organizationHeader),
  isTest: headers.get(modeHeader) === "test",
});

/** Answers the pages' calls of procedures; hosted pages' calls (`visitorHeader`) leave the session aside. */
export async function fetchTrpc(
  request: Request,
  who: { userId: () => Promise<string | null>; facts: Omit<Context, "scope" | "key" | "role"> },
): Promise<Response> {
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
    createContext: async ({ info }) => {
      const userId = request.headers.has(visitorHeader) ? null : await who.userId();
      if (userId === null) {
        await countVisitor(who.facts, info.calls.length);
      }
      return await dashboardContext(userId, pageOf(request), who.facts);
    },
    onError: ({ error, path }) => {
      const { unexpected } = callerError(error);
      if (unexpected !== undefined) {
        log.error({ err: unexpected, path, requestId: who.facts.requestId }, "call failed");
      }
    },
    responseMeta: ({ errors: [error] }) => {
      const headers = { "cache-control": "no-store" };
      if (error === undefined) {
        return { headers };
      }
      const { code, fields = {} } = callerError(error);
      const wait = fields["retry_after"];
      return {
        headers: wait === undefined ? headers : { ...headers, "retry-after": String(wait) },
        status: errorStatus[code],
      };
    },
  });
}
