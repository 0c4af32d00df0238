import { createTransport } from "nodemailer";
import { env } from "../env";
import { ownSender } from "./own-sender";

/** A mail as it is handed to the server of SMTP_URL. */
export type Outgoing = {
  id: string;
  organizationName: string | null;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  ics: string | null;
  icsMethod: string | null;
};

/** A mail server that does not answer holds a mail up so long, and no longer (guarantees §3). */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

const transport =
  env.SMTP_URL === undefined
    ? null
    : createTransport({ url: env.SMTP_URL, ...timeouts, pool: true, maxConnections: 5 });

/** Closes the connections to the mail server. */
export function closeTransport(): void {
  transport?.close();
}

/**
 * Hands a mail to the mail server. Its Message-ID is the mail's for ever, so that one which is sent again after a crash
 * can be told to be the same.
 * @throws what the mail server answered
 */
export async function sendEmail(mail: Outgoing): Promise<void> {
  if (transport === null) {
    throw new Error("There is no mail server: SMTP_URL is not set.");
  }
  const { name, address } = ownSender;
  await transport.sendMail({
    messageId: `<${mail.id}@${address.split("@")[1] ?? "astrocal"}>`,
    from: { name: mail.organizationName ?? name, address },
    // As an object, so that a comma in it names nobody else.
    to: { name: "", address: mail.recipient },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    // RFC 3834: nobody's holiday message is to answer.
    headers: { "Auto-Submitted": "auto-generated" },
    disableUrlAccess: true,
    disableFileAccess: true,
    ...(mail.ics === null || mail.icsMethod === null
      ? {}
      : { icalEvent: { method: mail.icsMethod, filename: "invite.ics", content: mail.ics } }),
  });
}
