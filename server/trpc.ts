import { initTRPC } from "@trpc/server";
import type { OpenApiMeta } from "trpc-to-openapi";
import { authenticateKey } from "./api-keys/authenticate";
import { callerError } from "./caller-error";
import { prisma } from "./db";
import { AppError, type ErrorCode } from "./errors";
import { provenOrganization, type Scope } from "./scope";

/** What is known of a request before its procedure runs. `scope` is null for strangers and invitees. */
export type Context = {
  scope: Scope | null;
  nowMs: number;
  requestId: string | null;
  ipAddress: string | null;
};

/** How a procedure is published under `/v1`; without `openapi` it is the dashboard's alone. */
export type Meta = {
  openapi?: NonNullable<OpenApiMeta["openapi"]>;
  /** Status of success, 200 unless said. 204 has no body. */
  status?: 200 | 201 | 204;
  /** Input fields that a body method takes from the query string instead. */
  query?: readonly string[];
  /** Error answers besides those every operation can give. */
  errors?: readonly ErrorCode[];
  /** What a path id names, for its 404. */
  resource?: string;
  /** Callable without a key. */
  public?: boolean;
  /** An answer as the document shows it. */
  example?: unknown;
};

type RequestFacts = Omit<Context, "scope">;

/** The seed document's words, exactly. */
export const missingAuthorization = "Missing or invalid Authorization header";

/**
 * The context of an outside caller. No header: a stranger, who may call what is public.
 * @throws unauthorized for a header that is no good key, on public operations too.
 */
export async function createRestContext(
  authorization: string | null,
  facts: RequestFacts,
): Promise<Context> {
  if (authorization === null) {
    return { ...facts, scope: null };
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const key = token === undefined ? null : await authenticateKey(token);
  if (key === null) {
    throw new AppError("unauthorized", missingAuthorization);
  }
  return {
    ...facts,
    scope: {
      ...facts,
      organizationId: provenOrganization(key.organizationId),
      isTest: key.isTest,
      actor: { type: "api_key", id: key.id, name: key.name },
    },
  };
}

/**
 * The service-key context, in-process: what the dashboard's pages call procedures with. Membership is read from
 * the database on every request; the session itself carries no more than the user's id.
 * @returns a context without scope when the user is no member (any more).
 */
export async function createSessionContext(
  session: { userId: string; organizationId: string | null; isTest: boolean },
  facts: RequestFacts,
): Promise<Context> {
  const member = await prisma.member.findFirst({
    where: {
      userId: session.userId,
      ...(session.organizationId === null ? {} : { organizationId: session.organizationId }),
    },
    include: { user: true },
    orderBy: { id: "asc" },
  });
  if (member === null) {
    return { ...facts, scope: null };
  }
  return {
    ...facts,
    scope: {
      ...facts,
      organizationId: provenOrganization(member.organizationId),
      isTest: session.isTest,
      actor: { type: "user", id: member.userId, name: member.user.name },
    },
  };
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const { code, message, details } = callerError(error);
      return { ...shape, message, data: { ...shape.data, stack: undefined, error: code, details } };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Anyone may call; `ctx.scope` is there when a key or session was. */
export const publicProcedure = t.procedure;

/** Only for a proven organization: key, service key or session. */
export const organizationProcedure = t.procedure.use(({ ctx, next }) => {
  if (ctx.scope === null) {
    throw new AppError("unauthorized", missingAuthorization);
  }
  return next({ ctx: { ...ctx, scope: ctx.scope } });
});
