import { env } from "../env";
import { AppError } from "../errors";
import { throttleSignIn } from "../rate-limit/throttle";
import { sql } from "../sql";

/** Whether people can be sent a link to set a new password: without a mail server nobody but they may see it. */
export const sendsPasswordResets = (): boolean => env.SMTP_URL !== undefined;

/**
 * Asks for a mail with a link to set a new password. Whether anybody has the address, neither answer nor time tells: the
 * worker looks.
 * @throws forbidden where this server sends no mail; rate_limit_exceeded after too many attempts for the address or from
 * the caller's network address
 */
export async function requestPasswordReset(email: string, ipAddress: string | null): Promise<void> {
  if (!sendsPasswordResets()) {
    throw new AppError(
      "forbidden",
      "This server sends no mail. Ask whoever runs it for a new password (npm run admin -- user set-password).",
    );
  }
  if (!(await throttleSignIn(email, ipAddress))) {
    throw new AppError("rate_limit_exceeded", "Too many attempts. Wait 15 minutes and try again.");
  }
  await sql.$queryRaw`
    SELECT graphile_worker.add_job('mail_password_reset', json_build_object('email', ${email}::text),
      job_key := ${`password-reset:${email}`})::text`;
}
