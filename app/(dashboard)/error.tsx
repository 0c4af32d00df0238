"use client";

import { CloudOffIcon, RotateCwIcon } from "lucide-react";
import { Button } from "@/app/_components/button";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";

/** Inside of the dashboard's frame, so that the way to its other pages stays. */
export default function DashboardError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <div role="alert">
      <EmptyState
        heading="h1"
        icon={<CloudOffIcon />}
        title="This page could not be loaded"
        action={
          <>
            <Button variant="primary" icon={<RotateCwIcon aria-hidden />} onClick={retry}>
              Try again
            </Button>
            <ButtonLink href="/home">Go to the start page</ButtonLink>
          </>
        }
      >
        <p>
          Something failed on our side; nothing that was saved is lost. If it keeps failing, tell
          whoever runs this server.
        </p>
        {error.digest !== undefined && (
          <p className="mt-2">
            Reference: <code className="font-mono">{error.digest}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
