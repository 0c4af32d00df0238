import { z } from "zod";
import { Email, line } from "../schema";

/** NIST SP 800-63B: length, not composition; the upper bound only keeps hashing cheap. */
export const Password = z
  .string()
  .min(10, "must have at least 10 characters")
  .max(200, "must have at most 200 characters");

/** An address to sign in with: compared and stored in lower case. */
export const SignInEmail = Email.transform((email) => email.toLowerCase());

export const SignIn = z.strictObject({
  email: SignInEmail,
  password: z.string().min(1, "must not be empty").max(200, "must have at most 200 characters"),
});

/** What a session carries: whose it is, and when their password had last been replaced as it began (0: never). */
export const SessionClaims = z.object({ userId: z.guid(), validFromMs: z.int() });
export type SessionClaims = z.infer<typeof SessionClaims>;

export const PersonName = line(1, 100);

export const RequestPasswordReset = z.strictObject({ email: SignInEmail });

export const ResetPassword = z.strictObject({
  token: z.string().min(1).max(200),
  password: Password,
});

/** What the pages for strangers offer. */
export const SignInFacts = z.object({ password_reset: z.boolean() });
