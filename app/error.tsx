"use client";

import { Button } from "@/app/_components/button";
import { MessagePage } from "@/app/_components/message-page";

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <MessagePage
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          {/* Loaded anew, and by no link: each page loads this one ahead, and a link's code with it. */}
          <Button onClick={() => window.location.assign("/")}>Go to the start page</Button>
        </>
      }
    >
      <p>
        Something failed on our side. Nothing you saved before is lost. Try again; if it keeps
        failing, tell whoever runs this server.
      </p>
      {error.digest !== undefined && (
        <p className="mt-3 text-base">
          Reference: <code className="font-mono">{error.digest}</code>
        </p>
      )}
    </MessagePage>
  );
}
