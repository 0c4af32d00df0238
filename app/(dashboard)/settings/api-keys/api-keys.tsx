"use client";

import { KeyRound, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { FormError } from "@/app/_components/form-error";
import { PageHeader } from "@/app/_components/page-header";
import { LoadMore } from "@/app/_components/pagination";
import { Segmented } from "@/app/_components/segmented";
import { useTrpcClient } from "@/app/_trpc/client";
import { useMore } from "@/app/_trpc/use-more";
import type { ApiKey, ApiKeyList, Mode } from "@/server/api-keys/schema";
import type { z } from "zod";
import { AdviceNote } from "./advice-note";
import { CreateKeyDialog } from "./create-key-dialog";
import { menuId } from "./key-menu";
import { splitEnded } from "./key-status";
import { KeyTable } from "./key-table";
import { RevokeKeyDialog } from "./revoke-key-dialog";
import { RotateKeyDialog } from "./rotate-key-dialog";

type Show = Mode | "all";

export type ApiKeysProps = {
  first: z.infer<typeof ApiKeyList>;
  /** The dashboard's mode: in test mode there are only test keys. */
  mode: Mode;
  show: Show;
  timeZone: string;
  /** When the page was made, so that server and browser write the same times. */
  now: string;
};

export function ApiKeys({ first, mode, show, timeZone, now }: ApiKeysProps) {
  const router = useRouter();
  const client = useTrpcClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey>();
  const [rotating, setRotating] = useState<ApiKey>();
  const [filtering, startFiltering] = useTransition();
  const more = useMore(first, (id) =>
    client.apiKeys.list.query({
      limit: 100,
      starting_after: id,
      ...(show === "all" ? {} : { mode: show }),
    }),
  );
  const { current, ended } = splitEnded(more.rows, new Date(now));

  function filter(next: Show) {
    const href = next === "all" ? "/settings/api-keys" : `/settings/api-keys?mode=${next}`;
    startFiltering(() => router.replace(href, { scroll: false }));
  }

  // The row of a revoked key goes away, and its menu with it.
  function closed(key: ApiKey, gone: boolean) {
    setRevoking(undefined);
    setRotating(undefined);
    setTimeout(() => (gone ? heading.current : document.getElementById(menuId(key)))?.focus());
  }

  return (
    <>
      <PageHeader
        title="API Keys"
        description="A key lets your code, an integration or an agent call the API for this organization. Give each its own, so that you can revoke one without the others."
        actions={
          <CreateKeyDialog
            mode={mode}
            timeZone={timeZone}
            open={creating}
            onOpenChange={setCreating}
          />
        }
      />
      <div className="grid gap-4">
        {mode === "live" && (first.data.length > 0 || show !== "all") && (
          <Segmented
            label="Which keys to show"
            className="w-fit"
            value={show}
            onValueChange={filter}
            disabled={filtering}
            options={[
              { value: "all", label: "All" },
              { value: "live", label: "Live" },
              { value: "test", label: "Test", tone: "test" },
            ]}
          />
        )}
        <h2 ref={heading} tabIndex={-1} className="sr-only">
          Keys in use
        </h2>
        <AdviceNote keys={current} now={now} />
        {current.length > 0 ? (
          <KeyTable
            caption="Keys in use"
            keys={current}
            timeZone={timeZone}
            now={now}
            actions={{ onRotate: setRotating, onRevoke: setRevoking }}
          />
        ) : (
          <NoKeys show={mode === "test" ? "test" : show} onCreate={() => setCreating(true)} />
        )}
        {ended.length > 0 && (
          <details className="group">
            <summary className="w-fit cursor-pointer rounded-md py-1 text-base text-muted hover:text-ink">
              Revoked and expired keys ({ended.length}
              {more.hasMore && "+"})
            </summary>
            <div className="pt-3">
              <KeyTable
                caption="Revoked and expired keys"
                keys={ended}
                timeZone={timeZone}
                now={now}
              />
            </div>
          </details>
        )}
        <FormError error={more.error} />
        {more.hasMore && (
          <LoadMore
            shown={more.rows.length}
            noun="keys"
            hasMore
            onLoadMore={more.load}
            loading={more.loading}
          />
        )}
      </div>
      <RotateKeyDialog
        apiKey={rotating}
        timeZone={timeZone}
        onClose={(key) => closed(key, false)}
      />
      <RevokeKeyDialog apiKey={revoking} now={now} onClose={closed} />
    </>
  );
}

function NoKeys({ show, onCreate }: { show: Show; onCreate: () => void }) {
  const kind = show === "all" ? "API" : show;
  return (
    <EmptyState
      icon={<KeyRound />}
      title={`No ${kind} keys in use`}
      action={
        <Button icon={<Plus />} onClick={onCreate}>
          Create Key
        </Button>
      }
    >
      {show === "test"
        ? "A test key works on test data alone: build and try your integration with it, and nobody real is booked."
        : "With a key your code reads availability, makes bookings and manages event types over REST. Create one and try the request that comes with it."}
    </EmptyState>
  );
}
