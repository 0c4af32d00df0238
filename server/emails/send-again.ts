import { transaction } from "../db";
import { env } from "../env";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { readEmail } from "./read";
import { emailResource } from "./resource";
import type { SentEmail } from "./schema";

/**
 * Sends a mail that failed, was kept or was sent, once more; one that is on its way is left to it.
 * @throws not_found; bad_request where this server sends no mail
 */
export async function sendEmailAgain(scope: Scope, id: string): Promise<SentEmail> {
  return await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM emails WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await readEmail(scope, id, tx);
    if (env.SMTP_URL === undefined) {
      throw new AppError("bad_request", "This server sends no mail: SMTP_URL is not set.");
    }
    const row =
      before.status === "queued"
        ? before
        : await tx.email.update({
            where: { id },
            data: {
              status: "queued",
              nextAttemptAt: new Date(),
              leasedUntil: null,
              attempts: 0,
              lastError: null,
            },
          });
    await recordEvent(tx, scope, {
      action: "email.sent_again",
      resourceType: "email",
      resourceId: id,
      summary: `Sent the mail "${row.subject}" again`,
    });
    return emailResource(row);
  });
}
