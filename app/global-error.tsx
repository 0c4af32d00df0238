"use client";

import { Button } from "@/app/_components/button";
import { MessagePage } from "@/app/_components/message-page";

import "./globals.css";

/** Stands in for the root layout when that itself has failed; so it brings html and body along. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Astrocal cannot be shown</title>
        <MessagePage
          title="Astrocal cannot be shown"
          actions={
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
          }
        >
          <p>
            The server could not prepare any page. Try again in a moment; if it keeps failing, tell
            whoever runs this server.
          </p>
          {error.digest !== undefined && (
            <p className="mt-3 text-base">
              Reference: <code className="font-mono">{error.digest}</code>
            </p>
          )}
        </MessagePage>
      </body>
    </html>
  );
}
