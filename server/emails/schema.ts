import { z } from "zod";
import { Id, Instant, list, listInput } from "../schema";

const statuses = ["queued", "sent", "failed", "kept"] as const;
export const EmailStatus = z.enum(statuses);
export type EmailStatus = z.infer<typeof EmailStatus>;

export const SentEmail = z.object({
  id: Id,
  kind: z.string(),
  recipient: z.string(),
  subject: z.string(),
  status: EmailStatus,
  attempts: z.int(),
  last_error: z.string().nullable(),
  next_attempt_at: Instant.nullable(),
  sent_at: Instant.nullable(),
  created_at: Instant,
});
export type SentEmail = z.infer<typeof SentEmail>;

/** A mail with what is in it. */
export const WholeEmail = SentEmail.extend({
  html: z.string(),
  text: z.string(),
  ics: z.string().nullable(),
});
export type WholeEmail = z.infer<typeof WholeEmail>;

export const ListEmails = z.strictObject({ ...listInput, status: EmailStatus.optional() });
export const EmailList = list(SentEmail).extend({
  /** Whether this server sends mail at all; else all is kept. */
  sends: z.boolean(),
});
export type EmailList = z.infer<typeof EmailList>;

export const EmailId = z.strictObject({ id: Id });
