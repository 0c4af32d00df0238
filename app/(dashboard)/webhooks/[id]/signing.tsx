"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Card } from "@/app/_components/card";
import { CodeBlock } from "@/app/_components/code-block";
import { LocalTime } from "@/app/_components/local-time";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/app/_components/tabs";
import type { Webhook } from "@/server/webhooks/schema";
import { locale } from "../../settings/api-keys/moment";
import { RotateSecretDialog } from "./rotate-secret-dialog";
import { snippets } from "./snippets";

type Props = { webhook: Webhook; timeZone: string };

/** The secret's turn-over, and code that checks signatures. */
export function Signing({ webhook, timeZone }: Props) {
  const router = useRouter();
  const [rotating, setRotating] = useState(false);
  const until = webhook.previous_secret_expires_at;
  return (
    <Card
      title="Signature"
      description="Anyone can post to your address. Only what is signed with the secret is from here, so check it first."
      actions={<Button onClick={() => setRotating(true)}>Rotate secret…</Button>}
    >
      <div className="grid grid-cols-1 gap-5">
        {until !== null && (
          <p className="text-base">
            The secret was rotated: the one before signs too until{" "}
            <LocalTime at={until} timeZone={timeZone} locale={locale} showZone />.
          </p>
        )}
        <Tabs defaultValue={snippets[0]?.language ?? ""}>
          <TabsList aria-label="Language">
            {snippets.map(({ language }) => (
              <TabsTrigger key={language} value={language}>
                {language}
              </TabsTrigger>
            ))}
          </TabsList>
          {snippets.map(({ language, needs, code }) => (
            <TabsContent key={language} value={language}>
              <CodeBlock label={needs} code={code} />
            </TabsContent>
          ))}
        </Tabs>
        <p className="text-sm text-muted">
          Every delivery also bears <code className="font-mono">X-Astrocal-Signature</code>, the hex
          HMAC-SHA256 of the raw body, keyed by the whole secret. Deliveries may come twice:{" "}
          <code className="font-mono">webhook-id</code> tells repetitions.
        </p>
      </div>
      <RotateSecretDialog
        webhookId={webhook.id}
        open={rotating}
        onOpenChange={(open) => {
          setRotating(open);
          if (!open) router.refresh();
        }}
      />
    </Card>
  );
}
