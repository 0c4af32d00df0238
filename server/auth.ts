import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { callerError } from "./caller-error";
import { env } from "./env";
import { SessionClaims, SignIn } from "./users/schema";
import { signIn } from "./users/sign-in";

const monthSeconds = 30 * 24 * 3600;

/** Set by server/http.ts from the connection itself; what a caller sends under this name is overwritten. */
export const clientAddressHeader = "x-astrocal-client-address";

/**
 * A session holds nothing but the user's id and what ends it (users/session.ts): organization, role and mode are read
 * from the database per request.
 */
export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: "jwt", maxAge: monthSeconds },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials, request) => {
        const { email, password } = credentials ?? {};
        const input = SignIn.safeParse({ email, password });
        const address: unknown = request.headers?.[clientAddressHeader];
        const ipAddress = typeof address === "string" && address !== "" ? address : null;
        const claims = input.success ? await attempt(input.data, ipAddress) : null;
        return claims === null ? null : { id: claims.userId, ...claims };
      },
    }),
  ],
  callbacks: {
    // `user` is there at the sign-in alone; what a page sends along later changes nothing. A throw ends the session.
    jwt: ({ token, user }) => SessionClaims.parse(user ?? token),
    session: ({ session, token }) => ({
      expires: session.expires,
      ...SessionClaims.parse(token),
    }),
  },
};

/** next-auth shows the message of a thrown error to the sign-in page: only what a person may read goes there. */
async function attempt(input: Parameters<typeof signIn>[0], ipAddress: string | null) {
  try {
    return await signIn(input, ipAddress);
  } catch (error) {
    throw new Error(callerError(error).message, { cause: error });
  }
}
