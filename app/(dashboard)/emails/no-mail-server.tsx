import { InfoIcon } from "lucide-react";

/** Said as long as nothing leaves this server. */
export function NoMailServer() {
  return (
    <div className="flex gap-2.5 rounded-lg border border-line bg-warning-soft px-4 py-3">
      <InfoIcon aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-text" />
      <p className="text-pretty">
        This server has no mail server, so mail is kept here and sent to nobody. Whoever runs it
        sets <code className="font-mono text-sm">SMTP_URL</code> and{" "}
        <code className="font-mono text-sm">MAIL_FROM</code>, and starts it again.
      </p>
    </div>
  );
}
