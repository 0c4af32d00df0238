"use client";

import { KeyRoundIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/app/_components/button";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import { Reference } from "./reference";
import { keepKey, keptKey, type TestKey } from "./test-key";

type State =
  | { step: "making" }
  | { step: "ready"; key: TestKey }
  | { step: "expired"; key: TestKey }
  | { step: "failed"; message: string };

/** The reference with a test key of the member's organization filled in, made when the page is opened. */
export function TestKeyReference({ organization }: { organization: { id: string; name: string } }) {
  const { state, make } = useTestKey(organization.id);
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-test-soft px-4 py-1.5 text-sm text-test-text sm:px-6">
        <KeyRoundIcon aria-hidden className="size-4 shrink-0" />
        <output>
          <Sentence state={state} organizationName={organization.name} />
        </output>
        {(state.step === "expired" || state.step === "failed") && (
          <Button size="sm" onClick={make}>
            Make a test key
          </Button>
        )}
      </div>
      <Reference token={tokenOf(state)} />
    </>
  );
}

/** An expired key stays in place: its error answers say what is wrong, and nothing that was typed is lost. */
function tokenOf(state: State): string | null | undefined {
  switch (state.step) {
    case "making":
      return undefined;
    case "ready":
    case "expired":
      return state.key.key;
    case "failed":
      return null;
  }
}

function Sentence({ state, organizationName }: { state: State; organizationName: string }) {
  switch (state.step) {
    case "making":
      return <>Making a test key of {organizationName}…</>;
    case "ready":
      return (
        <>
          Requests use a test key of {organizationName}: they reach its sandbox only. It expires at{" "}
          <time dateTime={state.key.expires_at}>{timeOf(state.key.expires_at)}</time>.
        </>
      );
    case "expired":
      return <>The test key has expired.</>;
    case "failed":
      return <>No test key could be made. {state.message}</>;
  }
}

/** In the reader's own zone: it is shown in the browser alone. */
const timeOf = (instant: string): string =>
  new Date(instant).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

function useTestKey(organizationId: string) {
  const client = useTrpcClient();
  const [state, setState] = useState<State>({ step: "making" });
  const first = useRef<Promise<State>>(null);

  async function obtain(): Promise<State> {
    const kept = keptKey(organizationId, Date.now());
    if (kept !== null) return { step: "ready", key: kept };
    try {
      const { key, expires_at } = await client.docs.makePlaygroundKey.mutate();
      keepKey(organizationId, { key, expires_at });
      return { step: "ready", key: { key, expires_at } };
    } catch (error) {
      return { step: "failed", message: pageError(error).message };
    }
  }

  useEffect(() => {
    // Effects run twice in development; one key is enough.
    first.current ??= obtain();
    void first.current.then(setState);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once a page: the organization is the page's
  }, []);

  useEffect(() => {
    if (state.step !== "ready") return undefined;
    const { key } = state;
    const leftMs = Math.max(0, Date.parse(key.expires_at) - Date.now());
    const timer = setTimeout(() => setState({ step: "expired", key }), leftMs);
    return () => clearTimeout(timer);
  }, [state]);

  function make() {
    setState({ step: "making" });
    void obtain().then(setState);
  }

  return { state, make };
}
