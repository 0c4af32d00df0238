import { initTRPC } from "@trpc/server";
import type { OpenApiMeta } from "trpc-to-openapi";
import { authenticateKey } from "./api-keys/authenticate";
import { mayUse, requiredScope } from "./api-keys/scopes";
import { callerError } from "./caller-error";
import { liesIn } from "./cidr";
import { prisma } from "./db";
import { AppError, type ErrorCode } from "./errors";
import type { Tier } from "./generated/prisma/client";
import { leastRoleFor, mayCall, type Role } from "./members/roles";
import { seedSandbox } from "./organizations/seed-sandbox";
import { provenOrganization, type Scope } from "./scope";
import { isServiceKey, serviceKeyTarget } from "./service-key";

/** What is known of a request before its procedure runs. `scope` is null for strangers and invitees. */
export type Context = {
  scope: Scope | null;
  /** The API key that calls: what it may do and which plan it counts towards. Null for everyone else. */
  key: { id: string; scopes: string[]; tier: Tier } | null;
  /** What a signed-in person is in the organization. Null for everyone else. */
  role: Role | null;
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
  /** Does not count towards the plan's rate limits (contract §5). */
  uncounted?: boolean;
  /** Counts towards no limit, a stranger's neither. */
  unlimited?: boolean;
  /** An answer as the document shows it. */
  example?: unknown;
};

type RequestFacts = Omit<Context, "scope" | "key" | "role">;

/** The seed document's words, exactly. */
export const missingAuthorization = "Missing or invalid Authorization header";

/**
 * The context of an outside caller: an API key's, a service key's, or without Authorization a stranger's, who may call
 * what is public.
 * @throws unauthorized for a header that is no good key, on public operations too; forbidden from an address that the
 * key may not be used from; what a service key's other headers lack
 */
export async function createRestContext(
  header: (name: string) => string | null,
  facts: RequestFacts,
): Promise<Context> {
  const authorization = header("authorization");
  if (authorization === null) {
    return { ...facts, scope: null, key: null, role: null };
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) {
    throw new AppError("unauthorized", missingAuthorization);
  }
  return isServiceKey(token)
    ? await serviceKeyContext(header, facts)
    : await apiKeyContext(token, facts);
}

async function serviceKeyContext(
  header: (name: string) => string | null,
  facts: RequestFacts,
): Promise<Context> {
  const { seeded, ...target } = await serviceKeyTarget(header);
  if (target.isTest && !seeded) {
    await seedSandbox(facts, target.organizationId);
  }
  const actor = { type: "service" as const, id: null, name: "Service key" };
  return { ...facts, key: null, role: null, scope: { ...facts, ...target, actor } };
}

async function apiKeyContext(token: string, facts: RequestFacts): Promise<Context> {
  const key = await authenticateKey(token);
  if (key === null) {
    throw new AppError("unauthorized", missingAuthorization);
  }
  if (key.allowedIps.length > 0 && !liesIn(key.allowedIps, facts.ipAddress ?? "")) {
    throw new AppError("forbidden", "This key may not be used from your network address.");
  }
  const organizationId = provenOrganization(key.organizationId);
  if (key.isTest && !key.seeded) {
    await seedSandbox(facts, organizationId);
  }
  const { id, scopes, tier } = key;
  const actor = { type: "api_key" as const, id, name: key.name };
  const scope = { ...facts, organizationId, isTest: key.isTest, actor };
  return { ...facts, key: { id, scopes, tier }, role: null, scope };
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
      removedAt: null,
      ...(session.organizationId === null ? {} : { organizationId: session.organizationId }),
    },
    include: { user: true, organization: { select: { sandboxSeededAt: true } } },
    orderBy: { id: "asc" },
  });
  if (member === null) {
    return { ...facts, scope: null, key: null, role: null };
  }
  const organizationId = provenOrganization(member.organizationId);
  if (session.isTest && member.organization.sandboxSeededAt === null) {
    await seedSandbox(facts, organizationId);
  }
  return {
    ...facts,
    key: null,
    role: member.role,
    scope: {
      ...facts,
      organizationId,
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

const inWords = (role: Role) => (role === "admin" ? "an admin" : "a member");

/** A person may do what their role says. An API key may do what its scopes say, on public operations too: a key that is sent is honoured (contract §2). */
const procedure = t.procedure.use(({ ctx, path, next }) => {
  if (ctx.key !== null) {
    const required = requiredScope(path);
    if (!mayUse(ctx.key.scopes, required)) {
      throw new AppError("forbidden", `This key lacks the scope ${required}.`);
    }
  }
  if (ctx.role !== null && !mayCall(ctx.role, path)) {
    const who = leastRoleFor(path) === "owner" ? "The owner" : "An admin";
    throw new AppError(
      "forbidden",
      `${who} of this organization can do that; you are ${inWords(ctx.role)}.`,
    );
  }
  return next();
});

/** Anyone may call; `ctx.scope` is there when a key or session was. */
export const publicProcedure = procedure;

/** Only for a proven organization: key, service key or session. */
export const organizationProcedure = procedure.use(({ ctx, next }) => {
  if (ctx.scope === null) {
    throw new AppError("unauthorized", missingAuthorization);
  }
  return next({ ctx: { ...ctx, scope: ctx.scope } });
});
