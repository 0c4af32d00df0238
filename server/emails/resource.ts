import type { Email } from "../generated/prisma/client";
import { instant, instantOrNull } from "../schema";
import type { SentEmail } from "./schema";

/** The row as the dashboard's list of mail shows it. */
export const emailResource = (row: Omit<Email, "html" | "text" | "ics">): SentEmail => ({
  id: row.id,
  kind: row.kind,
  recipient: row.recipient,
  subject: row.subject,
  status: row.status,
  attempts: row.attempts,
  last_error: row.lastError,
  next_attempt_at: instantOrNull(row.nextAttemptAt),
  sent_at: instantOrNull(row.sentAt),
  created_at: instant(row.createdAt),
});
