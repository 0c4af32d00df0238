import { env } from "../env";
import { newId } from "../ids";
import { reachesPeople, type Scope } from "../scope";
import type { Sql } from "../sql";
import { oneLine } from "./one-line";
import { type Rendered } from "./render";

/** How a mail is called in the log, and what makes it one of a kind for its event and recipient. */
export type EmailKind =
  | "booking_confirmed"
  | "booking_reassigned"
  | "booking_moved"
  | "booking_cancelled"
  | "booking_reminder"
  | "host_booking_confirmed"
  | "host_booking_reassigned"
  | "host_booking_moved"
  | "host_booking_cancelled"
  | "host_booking_reminder"
  | "waitlist_joined"
  | "waitlist_promoted"
  | "waitlist_expired"
  | "webhook_disabled"
  | "calendar_reconnect"
  | "invitation"
  | "password_reset";

export type NewEmail = {
  kind: EmailKind;
  /** What it tells of: run twice, the mail is there once. Null when no event stands behind it. */
  eventId: string | null;
  recipient: string;
  mail: Rendered;
  /** An iCalendar file and its method, which stands in the file, too. */
  invitation?: { ics: string; method: "REQUEST" | "CANCEL" };
};

/**
 * Writes a mail in the caller's own transaction; a worker sends it after the commit (send-due.ts), or, where this
 * server has no SMTP_URL, it is kept to be looked at. The sandbox writes none. To add a mail: a file that makes its HTML
 * from what it is given, a kind above, and a call of this in the verb or reaction that knows what happened.
 * @param organization whose mail it is; null for a mail to a person whatever their organizations
 */
export async function writeEmail(
  tx: Sql,
  organization: Pick<Scope, "organizationId" | "isTest"> | null,
  { kind, eventId, recipient, mail, invitation }: NewEmail,
): Promise<void> {
  if (organization !== null && !reachesPeople(organization)) {
    return;
  }
  const status = env.SMTP_URL === undefined ? "kept" : "queued";
  const due = status === "queued" ? new Date() : null;
  await tx.$executeRaw`
    INSERT INTO emails (id, organization_id, event_id, kind, recipient, subject, html, text, ics, ics_method, status,
                        next_attempt_at)
    VALUES (${newId()}::uuid, ${organization?.organizationId ?? null}::uuid, ${eventId}::uuid, ${kind},
            ${oneLine(recipient)}, ${oneLine(mail.subject)}, ${mail.html}, ${mail.text}, ${invitation?.ics ?? null},
            ${invitation?.method ?? null}, ${status}::email_status, ${due})
    ON CONFLICT (event_id, kind, recipient) DO NOTHING`;
}
